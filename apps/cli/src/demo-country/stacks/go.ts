import { stack, together } from "../purls.ts";

const ground = stack(
  "golang",
  `
  stdlib 1.19.3 1.22.3 1.25.4
  github.com/cespare/xxhash/v2 v2.1.2 v2.2.0 v2.3.0
  github.com/google/uuid v1.3.0 v1.6.0
  github.com/klauspost/compress v1.15.12 v1.17.7 v1.18.1
  github.com/pkg/errors v0.9.1
  github.com/prometheus/client_golang v1.14.0 v1.19.0 v1.23.2
  github.com/spf13/cobra v1.6.1 v1.8.0 v1.10.1
  github.com/spf13/pflag v1.0.5 v1.0.5 v1.0.10
  golang.org/x/crypto v0.3.0 v0.21.0 v0.45.0
  golang.org/x/net v0.4.0 v0.22.0 v0.47.0
  golang.org/x/oauth2 v0.2.0 v0.18.0 v0.33.0
  golang.org/x/sync v0.1.0 v0.6.0 v0.18.0
  golang.org/x/sys v0.3.0 v0.18.0 v0.38.0
  golang.org/x/text v0.3.7 v0.14.0 v0.31.0
  google.golang.org/grpc v1.51.0 v1.62.1 v1.77.0
  google.golang.org/protobuf v1.28.1 v1.33.0 v1.36.10
  gopkg.in/yaml.v3 v3.0.1
`,
);

/** A gateway: Gin, gRPC, PostgreSQL, telemetry. */
export const goGateway = together(
  ground,
  stack(
    "golang",
    `
    github.com/bytedance/sonic v1.8.0 v1.11.2 v1.14.2
    github.com/gin-gonic/gin v1.8.1 v1.9.1 v1.11.0
    github.com/go-playground/validator/v10 v10.11.1 v10.19.0 v10.28.0
    github.com/golang-jwt/jwt/v4 v4.4.2 -
    github.com/golang-jwt/jwt/v5 - v5.2.1 v5.3.0
    github.com/jackc/pgx/v5 v5.1.1 v5.5.3 v5.7.6
    github.com/redis/go-redis/v9 v9.0.2 v9.5.1 v9.17.0
    go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp v0.37.0 v0.49.0 v0.63.0
    go.opentelemetry.io/otel v1.11.2 v1.24.0 v1.38.0
    go.uber.org/zap v1.23.0 v1.27.0 v1.27.1
  `,
  ),
);

/** What a container platform is made of. */
export const goPlatform = together(
  ground,
  stack(
    "golang",
    `
    github.com/containerd/containerd v1.6.12 v1.7.14 v1.7.29
    github.com/docker/docker v20.10.21+incompatible v25.0.3+incompatible v28.5.2+incompatible
    github.com/go-git/go-git/v5 v5.4.2 v5.11.0 v5.16.4
    github.com/nats-io/nats-server/v2 v2.9.8 v2.10.12 v2.12.2
    github.com/opencontainers/image-spec v1.1.0-rc2 v1.1.0 v1.1.1
    github.com/opencontainers/runc v1.1.4 v1.1.12 v1.3.3
    go.etcd.io/etcd/client/v3 v3.5.6 v3.5.12 v3.6.6
    helm.sh/helm/v3 v3.10.2 v3.14.3 v3.19.2
    k8s.io/api v0.25.4 v0.29.3 v0.34.2
    k8s.io/apimachinery v0.25.4 v0.29.3 v0.34.2
    k8s.io/client-go v0.25.4 v0.29.3 v0.34.2
  `,
  ),
);

/** Ollama, which serves models on one machine. */
export const modelRunner = together(
  ground,
  stack(
    "golang",
    `
    github.com/gin-gonic/gin v1.9.1 v1.10.0 v1.11.0
    github.com/ollama/ollama v0.1.30 v0.3.14 v0.13.0
  `,
  ),
);
