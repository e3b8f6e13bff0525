import { stack, together } from "../purls.ts";

/** Debian 12: its releases 12.1, 12.6 and 12.12. */
export const debianHost = stack(
  "debian",
  `
  apt 2.6.1
  bash 5.2.15-2+b2 5.2.15-2+b7 5.2.15-2+b9
  ca-certificates 20230311 20230311 20230311+deb12u1
  coreutils 9.1-1
  curl 7.88.1-10+deb12u1 7.88.1-10+deb12u6 7.88.1-10+deb12u14
  dpkg 1.21.22
  gzip 1.12-1
  libc-bin 2.36-9+deb12u1 2.36-9+deb12u7 2.36-9+deb12u13 <glibc
  libc6 2.36-9+deb12u1 2.36-9+deb12u7 2.36-9+deb12u13 <glibc
  libcurl4 7.88.1-10+deb12u1 7.88.1-10+deb12u6 7.88.1-10+deb12u14 <curl
  libexpat1 2.5.0-1 2.5.0-1 2.5.0-1+deb12u2 <expat
  libgcrypt20 1.10.1-3
  libgnutls30 3.7.9-2 3.7.9-2+deb12u3 3.7.9-2+deb12u5 <gnutls28
  libkrb5-3 1.20.1-2 1.20.1-2+deb12u1 1.20.1-2+deb12u4 <krb5
  liblzma5 5.4.1-0.2 5.4.1-0.2 5.4.1-1 <xz-utils
  libnghttp2-14 1.52.0-1 1.52.0-1+deb12u1 1.52.0-1+deb12u2 <nghttp2
  libpam-modules 1.5.2-6 1.5.2-6+deb12u1 1.5.2-6+deb12u2 <pam
  libpcre2-8-0 10.42-1 <pcre2
  libsqlite3-0 3.40.1-2 3.40.1-2 3.40.1-2+deb12u2 <sqlite3
  libssl3 3.0.9-1 3.0.13-1~deb12u1 3.0.17-1~deb12u3 <openssl
  libsystemd0 252.12-1~deb12u1 252.26-1~deb12u2 252.39-1~deb12u1 <systemd
  libudev1 252.12-1~deb12u1 252.26-1~deb12u2 252.39-1~deb12u1 <systemd
  libzstd1 1.5.4+dfsg2-5 <libzstd
  openssh-client 1:9.2p1-2 1:9.2p1-2+deb12u3 1:9.2p1-2+deb12u7 <openssh
  openssh-server 1:9.2p1-2 1:9.2p1-2+deb12u3 1:9.2p1-2+deb12u7 <openssh
  openssl 3.0.9-1 3.0.13-1~deb12u1 3.0.17-1~deb12u3
  perl-base 5.36.0-7 5.36.0-7+deb12u1 5.36.0-7+deb12u3 <perl
  sudo 1.9.13p3-1 1.9.13p3-1+deb12u1 1.9.13p3-1+deb12u2
  tar 1.34+dfsg-1.2 1.34+dfsg-1.2+deb12u1
  util-linux 2.38.1-5+b1 2.38.1-5+deb12u1 2.38.1-5+deb12u3
  wget 1.21.3-1+b2 1.21.3-1+b2 1.21.3-1+deb12u1
  zlib1g 1:1.2.13.dfsg-1 <zlib
`,
);

/** A container's image: what is left of Debian within it. */
export const debianImage = stack(
  "debian",
  `
  bash 5.2.15-2+b2 5.2.15-2+b7 5.2.15-2+b9
  coreutils 9.1-1
  libc6 2.36-9+deb12u1 2.36-9+deb12u7 2.36-9+deb12u13 <glibc
  libexpat1 2.5.0-1 2.5.0-1 2.5.0-1+deb12u2 <expat
  liblzma5 5.4.1-0.2 5.4.1-0.2 5.4.1-1 <xz-utils
  libssl3 3.0.9-1 3.0.13-1~deb12u1 3.0.17-1~deb12u3 <openssl
  libzstd1 1.5.4+dfsg2-5 <libzstd
  perl-base 5.36.0-7 5.36.0-7+deb12u1 5.36.0-7+deb12u3 <perl
  tar 1.34+dfsg-1.2 1.34+dfsg-1.2+deb12u1
  zlib1g 1:1.2.13.dfsg-1 <zlib
`,
);

/** A mail server with Roundcube. */
export const debianMail = together(
  debianHost,
  stack(
    "debian",
    `
    apache2 2.4.57-2 2.4.59-1~deb12u1 2.4.65-1~deb12u1
    dovecot-core 1:2.3.19.1+dfsg1-2.1 1:2.3.19.1+dfsg1-2.1 1:2.3.19.1+dfsg1-2.1+deb12u1 <dovecot
    mariadb-server 1:10.11.3-1 1:10.11.6-0+deb12u1 1:10.11.14-0+deb12u2 <mariadb
    postfix 3.7.5-2 3.7.11-0+deb12u1
    roundcube-core 1.6.1+dfsg-1 1.6.5+dfsg-1+deb12u2 1.6.5+dfsg-1+deb12u5 <roundcube
  `,
  ),
);

/** What reaches files and pictures from elsewhere. */
export const debianExchange = together(
  debianHost,
  stack(
    "debian",
    `
    git 1:2.39.2-1.1 1:2.39.2-1.1 1:2.39.5-0+deb12u2
    libfreetype6 2.12.1+dfsg-5 2.12.1+dfsg-5 2.12.1+dfsg-5+deb12u4 <freetype
    libwebp7 1.2.4-0.2 1.2.4-0.2+deb12u1 <libwebp
    libxslt1.1 1.1.35-1 1.1.35-1 1.1.35-1+deb12u3 <libxslt
    postgresql-15 15.3-0+deb12u1 15.7-0+deb12u1 15.14-0+deb12u1
    rsync 3.2.7-1 3.2.7-1 3.2.7-1+deb12u2
  `,
  ),
);
