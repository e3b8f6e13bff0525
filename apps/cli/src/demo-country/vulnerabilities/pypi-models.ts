import type { Vulnerability } from "../vulnerability.ts";

/** Python libraries of models and what serves them. */
export const pythonModels: readonly Vulnerability[] = [
  {
    id: "CVE-2022-45907",
    published: "2022-11-26",
    title: {
      en: "Type annotations handed to PyTorch's JIT run as code",
      ko: "PyTorch JIT에 넘긴 형 주석이 코드로 실행된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { PyPI: { torch: "..1.13.1" } },
  },
  {
    id: "CVE-2025-32434",
    aliases: ["GHSA-53q9-r3pm-6pq6"],
    published: "2025-04-18",
    title: {
      en: "torch.load runs code although only weights are asked for",
      ko: "가중치만 읽도록 해도 torch.load가 코드를 실행한다",
    },
    affected: { PyPI: { torch: "..2.6.0" } },
  },
  {
    id: "CVE-2023-6730",
    aliases: ["GHSA-3863-2447-669p"],
    published: "2023-12-19",
    title: {
      en: "Loading a foreign retrieval index lets Transformers run code",
      ko: "외부 검색 색인을 읽으면 Transformers에서 코드가 실행된다",
    },
    affected: { PyPI: { transformers: "..4.36.0" } },
  },
  {
    id: "CVE-2025-32444",
    aliases: ["GHSA-hj4w-hm2g-p6w5"],
    published: "2025-04-30",
    title: {
      en: "vLLM's Mooncake transfer unpickles what anybody sends",
      ko: "vLLM의 Mooncake 전송이 누구나 보낸 pickle 데이터를 풀어 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H",
    affected: { PyPI: { vllm: "0.6.5..0.8.5" } },
  },
  {
    id: "CVE-2025-62164",
    aliases: ["GHSA-mrw7-hf4f-83pf"],
    published: "2025-11-21",
    title: {
      en: "Prompt embeddings sent to vLLM write outside of their memory",
      ko: "vLLM에 보낸 프롬프트 임베딩이 메모리 밖에 쓰인다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    affected: { PyPI: { vllm: "0.10.2..0.11.1" } },
  },
  {
    id: "CVE-2023-1177",
    published: "2023-03-24",
    title: {
      en: "Names of model versions lead MLflow to any file of its server",
      ko: "모델 버전의 이름을 조작하면 MLflow 서버의 임의 파일을 읽을 수 있다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { PyPI: { mlflow: "..2.2.1" } },
  },
  {
    id: "CVE-2023-51449",
    aliases: ["GHSA-6qm2-wpxq-7qh2"],
    published: "2023-12-22",
    title: {
      en: "Gradio's file address gives out any file of its server",
      ko: "Gradio의 파일 경로에서 서버의 임의 파일이 노출된다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
    affected: { PyPI: { gradio: "..4.11.0" } },
  },
  {
    id: "CVE-2023-29374",
    published: "2023-04-05",
    title: {
      en: "A prompt makes LangChain's mathematics chain run Python",
      ko: "프롬프트만으로 LangChain의 수식 체인이 파이썬 코드를 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    affected: { PyPI: { langchain: "..0.0.132" } },
  },
  {
    id: "CVE-2025-3248",
    published: "2025-04-07",
    title: {
      en: "Langflow runs code that anybody posts for validation",
      ko: "Langflow가 검증해 달라고 보낸 코드를 로그인 없이 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    exploited: { vendor: "Langflow", product: "Langflow", since: "2025-05-05", due: "2025-05-26", ransomware: false },
    affected: { PyPI: { langflow: "..1.3.0" } },
  },
  {
    id: "CVE-2023-27524",
    published: "2023-04-24",
    title: {
      en: "Superset with its shipped key lets anybody forge a session",
      ko: "기본 키를 그대로 쓰는 Superset은 누구나 세션을 위조할 수 있다",
    },
    exploited: { vendor: "Apache", product: "Superset", since: "2024-01-08", due: "2024-01-29", ransomware: false },
    affected: { PyPI: { "apache-superset": "..2.1.0" } },
  },
  {
    id: "CVE-2022-40127",
    published: "2022-11-14",
    title: {
      en: "An example workflow of Airflow runs commands out of its run identifier",
      ko: "Airflow의 예제 워크플로가 실행 식별자에 담긴 명령을 실행한다",
    },
    cvss: "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H",
    affected: { PyPI: { "apache-airflow": "..2.4.0" } },
  },
];
