import { stack, together } from "../purls.ts";

const webClients = stack(
  "pypi",
  `
  certifi 2021.10.8 2024.2.2 2025.11.12
  charset-normalizer 2.0.12 3.3.2 3.4.4
  cryptography 36.0.1 42.0.5 46.0.3
  idna 3.3 3.6 3.11
  jinja2 3.0.3 3.1.3 3.1.6
  markupsafe 2.0.1 2.1.5 3.0.3
  pyyaml 5.3.1 6.0.1 6.0.3
  requests 2.27.1 2.31.0 2.32.5
  setuptools 60.9.3 69.1.1 80.9.0
  urllib3 1.26.8 2.0.7 2.5.0
`,
);

/** A web application on Django. */
export const djangoApplication = together(
  webClients,
  stack(
    "pypi",
    `
    amqp 5.0.9 5.2.0 5.3.1
    asgiref 3.5.0 3.7.2 3.10.0
    celery 5.2.3 5.3.6 5.5.3
    click 8.0.4 8.1.7 8.3.1
    django 3.2.12 4.2.13 5.2.8
    django-cors-headers 3.11.0 4.3.1 4.9.0
    djangorestframework 3.13.1 3.15.1 3.16.1
    gunicorn 20.1.0 21.2.0 23.0.0
    kombu 5.2.3 5.3.5 5.5.4
    lxml 4.8.0 5.1.0 6.0.2
    openpyxl 3.0.9 3.1.2 3.1.5
    paramiko 2.9.2 3.3.1 4.0.0
    pillow 9.0.1 10.1.0 12.0.0
    psycopg2-binary 2.9.3 2.9.9 2.9.11
    pyjwt 2.3.0 2.8.0 2.10.1
    redis 4.1.4 5.0.3 7.0.1
    sqlparse 0.4.2 0.4.4 0.5.3
    whitenoise 6.0.0 6.6.0 6.11.0
  `,
  ),
);

/** A programming interface on FastAPI. */
export const pythonInterface = together(
  webClients,
  stack(
    "pypi",
    `
    aiohttp 3.8.3 3.9.1 3.13.2
    anyio 3.6.2 4.2.0 4.11.0
    fastapi 0.88.0 0.109.2 0.121.3
    h11 0.14.0 0.14.0 0.16.0
    httpcore 0.16.3 1.0.2 1.0.9
    httpx 0.23.1 0.26.0 0.28.1
    orjson 3.8.3 3.9.12 3.11.4
    prometheus-client 0.15.0 0.19.0 0.23.1
    pydantic 1.10.4 2.6.0 2.12.4
    python-multipart 0.0.5 0.0.7 0.0.20
    sqlalchemy 1.4.45 2.0.25 2.0.44
    starlette 0.22.0 0.36.3 0.50.0
    typing-extensions 4.4.0 4.9.0 4.15.0
    uvicorn 0.20.0 0.27.0 0.38.0
  `,
  ),
);

const numbers = stack(
  "pypi",
  `
  numpy 1.23.5 1.26.4 2.2.6
  pandas 1.5.3 2.2.1 2.3.3
  protobuf 3.20.3 4.25.3 6.33.1
  pyarrow 10.0.1 15.0.1 22.0.0
  scikit-learn 1.2.1 1.4.1.post1 1.7.2
  scipy 1.10.0 1.12.0 1.15.3
`,
);

/** Models in training and in service. */
export const modelStack = together(
  pythonInterface,
  numbers,
  stack(
    "pypi",
    `
    accelerate 0.16.0 0.30.1 1.12.0
    huggingface-hub 0.12.1 0.23.2 0.36.0
    mlflow 2.1.1 2.12.1 3.6.0
    pillow 9.4.0 10.3.0 12.0.0
    ray 2.2.0 2.23.0 2.51.1
    safetensors 0.3.0 0.4.3 0.7.0
    sentencepiece 0.1.97 0.2.0 0.2.1
    tokenizers 0.13.2 0.19.1 0.22.1
    torch 1.13.0 2.5.1 2.9.0
    transformers 4.26.1 4.46.3 4.57.1
    vllm - 0.7.3 0.11.0
  `,
  ),
);

/** Where agents and demonstrations are put together. */
export const agentStack = together(
  pythonInterface,
  numbers,
  stack(
    "pypi",
    `
    gradio 3.16.2 4.44.1 5.49.1
    langchain 0.0.123 0.2.17 1.1.0
    langflow - 1.1.4 1.6.9
    openai 0.27.2 1.57.0 2.8.1
    tiktoken 0.3.3 0.8.0 0.12.0
    tornado 6.2 6.4.1 6.5.2
  `,
  ),
);

/** Workflows, figures and notebooks. */
export const analyticsStack = together(
  webClients,
  numbers,
  stack(
    "pypi",
    `
    apache-airflow 2.3.4 2.8.4 3.1.3
    apache-superset 2.0.1 3.1.3 5.0.0
    flask 2.0.3 2.2.5 2.3.3
    gunicorn 20.1.0 21.2.0 23.0.0
    ipython 8.9.0 8.22.2 9.7.0
    jupyter-server 2.2.1 2.13.0 2.17.0
    notebook 6.5.2 7.1.2 7.5.0
    paramiko 3.0.0 3.4.0 4.0.0
    pillow 9.4.0 10.2.0 12.0.0
    sqlparse 0.4.3 0.4.4 0.5.3
    tornado 6.2 6.4 6.5.2
    werkzeug 2.0.3 2.3.8 3.1.3
  `,
  ),
);
