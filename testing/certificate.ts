/** A certificate for localhost and two made-up hosts, signed by itself, for servers that tests start: its key is known to everybody. */
export const testCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg+Ais2yimPmBJqoat
OsQh8l4GBrashDhO7RymN90hDuGhRANCAATj9Zi3FdOsss1l92nxr1zrJ7Z/WZlL
zvn3+OZ0K/Or/zQyM/ZuTgw3ZdV1I/cflDCxnNLYoyfz3h1If8UJ5QKh
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBwzCCAWqgAwIBAgIUQ8QMyP5MOr7JVuYaZcW7kVLCpmgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMDE5MzI0OFoYDzIxMjYxMDI3
MTkzMjQ4WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATj9Zi3FdOsss1l92nxr1zrJ7Z/WZlLzvn3+OZ0K/Or/zQyM/ZuTgw3
ZdV1I/cflDCxnNLYoyfz3h1If8UJ5QKho4GXMIGUMB0GA1UdDgQWBBTxzi/6ex3+
Mj+EQWpc8d+poRk0SDAfBgNVHSMEGDAWgBTxzi/6ex3+Mj+EQWpc8d+poRk0SDAP
BgNVHRMBAf8EBTADAQH/MEEGA1UdEQQ6MDiCCWxvY2FsaG9zdIISZmVlZHMuZXhh
bXBsZS50ZXN0ghFtYWlsLmV4YW1wbGUudGVzdIcEfwAAATAKBggqhkjOPQQDAgNH
ADBEAiBAXPqoA3nRmjdQCGP6RE7LijSaTEpy9qx/vo0R/rQFzQIgJ+h+yQv/I2w6
RUBE6jcp8+RmJNW2g3Qi3gsujJ+Achs=
-----END CERTIFICATE-----`,
};
