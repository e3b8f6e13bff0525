import { stack, together } from "../purls.ts";

/** AlmaLinux 9: its releases 9.2, 9.4 and 9.7. */
export const almaHost = stack(
  "almalinux",
  `
  bash 5.1.8-6.el9_1 5.1.8-9.el9
  chrony 4.3-1.el9 4.5-1.el9 4.6.1-2.el9
  coreutils 8.32-34.el9 8.32-35.el9 8.32-39.el9
  curl 7.76.1-23.el9 7.76.1-29.el9_4.1 7.76.1-31.el9
  expat 2.5.0-1.el9 2.5.0-2.el9 2.5.0-5.el9_7.1
  glibc 2.34-60.el9 2.34-100.el9_4.2 2.34-168.el9_6.20
  gnutls 3.7.6-18.el9_1 3.8.3-4.el9_4 3.8.3-6.el9_6.2
  kernel-core 5.14.0-284.11.1.el9_2 5.14.0-427.31.1.el9_4 5.14.0-611.5.1.el9_7
  krb5-libs 1.20.1-8.el9 1.21.1-1.el9 1.21.1-8.el9_6
  libcurl 7.76.1-23.el9 7.76.1-29.el9_4.1 7.76.1-31.el9
  libnghttp2 1.43.0-5.el9 1.43.0-5.el9_4.3 1.43.0-6.el9
  libwebp 1.2.0-6.el9_1 1.2.0-8.el9_3
  libxml2 2.9.13-3.el9_1 2.9.13-6.el9_4 2.9.13-12.el9_6
  libxslt 1.1.34-9.el9 1.1.34-9.el9 1.1.34-9.el9_5.1
  NetworkManager 1:1.42.2-1.el9 1:1.46.0-1.el9 1:1.54.0-2.el9_7
  openssh 8.7p1-28.el9 8.7p1-38.el9_4.1 8.7p1-45.el9
  openssh-server 8.7p1-28.el9 8.7p1-38.el9_4.1 8.7p1-45.el9
  openssl-libs 1:3.0.7-6.el9_2 1:3.0.7-27.el9 1:3.5.1-4.el9_7
  pam 1.5.1-14.el9 1.5.1-19.el9 1.5.1-26.el9_6
  python3 3.9.16-1.el9 3.9.18-3.el9_4.1 3.9.21-2.el9_6.2
  rpm 4.16.1.3-22.el9 4.16.1.3-29.el9 4.16.1.3-39.el9
  sqlite-libs 3.34.1-6.el9_1 3.34.1-7.el9_3 3.34.1-9.el9_7
  sudo 1.9.5p2-9.el9 1.9.5p2-10.el9_3 1.9.5p2-10.el9_6.1
  tar 2:1.34-6.el9_1
  wget 1.21.1-7.el9 1.21.1-7.el9 1.21.1-8.el9_4
  zlib 1.2.11-39.el9 1.2.11-40.el9
`,
);

/** A web server. */
export const almaWeb = together(
  almaHost,
  stack(
    "almalinux",
    `
    httpd 2.4.53-11.el9_2.4 2.4.57-8.el9 2.4.62-4.el9_6.4
    httpd-core 2.4.53-11.el9_2.4 2.4.57-8.el9 2.4.62-4.el9_6.4
    nginx 1:1.20.1-14.el9 1:1.20.1-16.el9_4.1 2:1.20.1-22.el9_6.3
    php-fpm 8.0.27-1.el9_1 8.0.30-1.el9_2 8.0.30-3.el9_6
  `,
  ),
);

/** Where Java services run. */
export const almaJava = together(
  almaHost,
  stack(
    "almalinux",
    `
    java-17-openjdk-headless 1:17.0.7.0.7-1.el9_1 1:17.0.11.0.9-2.el9 1:17.0.17.0.10-1.el9.alma.1
    tomcat 1:9.0.62-5.el9_2 1:9.0.87-1.el9_4.1 1:9.0.87-3.el9_6.3
  `,
  ),
);

/** A database server. */
export const almaDatabase = together(
  almaHost,
  stack(
    "almalinux",
    `
    postgresql 13.10-1.el9_1 13.16-1.el9_4 13.22-1.el9_6
    postgresql-server 13.10-1.el9_1 13.16-1.el9_4 13.22-1.el9_6
    redis 6.2.7-1.el9 6.2.17-1.el9_5 6.2.20-1.el9_6
  `,
  ),
);

/** A machine that runs containers. */
export const almaContainers = together(
  almaHost,
  stack(
    "almalinux",
    `
    buildah 1:1.29.1-1.el9 2:1.33.7-1.el9_4 2:1.41.6-1.el9_7
    git-core 2.39.3-1.el9_2 2.43.5-1.el9_4 2.47.3-1.el9_6
    podman 2:4.4.1-3.el9 4:4.9.4-3.el9_4 6:5.6.0-7.el9_7
    runc 4:1.1.4-1.el9 4:1.1.12-2.el9 4:1.3.0-4.el9_7
    skopeo 2:1.11.2-0.1.el9 2:1.14.3-2.el9_4 2:1.18.1-2.el9_6
  `,
  ),
);

/** Servers of names. */
export const almaNames = together(
  almaHost,
  stack(
    "almalinux",
    `
    bind 32:9.16.23-11.el9 32:9.16.23-18.el9_4.1 32:9.16.23-34.el9_7.1
    dnsmasq 2.85-5.el9 2.85-14.el9_3.1 2.85-16.el9_4
    unbound 1.16.2-3.el9 1.16.2-3.el9_3.5 1.16.2-19.el9_6.1
  `,
  ),
);
