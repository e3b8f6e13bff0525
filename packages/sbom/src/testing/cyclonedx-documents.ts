/** One bill of materials with every part that is read, in both notations of CycloneDX. */

const hash = "a".repeat(64);

export const wholeJson = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  version: 2,
  metadata: {
    timestamp: "2024-05-01T10:00:00+09:00",
    tools: {
      components: [{ type: "application", group: "org.acme", name: "scanner", version: "1.2" }],
      services: [{ provider: { name: "Acme" }, name: "scan service" }],
    },
    component: {
      type: "application",
      "bom-ref": "app",
      name: "shop",
      version: "1.0",
      purl: "pkg:npm/shop@1.0",
      components: [{ type: "framework", "bom-ref": "inner", name: "inner", version: "3" }],
    },
  },
  components: [
    {
      type: "library",
      "bom-ref": "lib",
      supplier: { name: "한빛 소프트웨어", url: ["https://example.org"] },
      group: "org.acme",
      name: "lib",
      version: "1.2.3",
      scope: "required",
      hashes: [{ alg: "SHA-256", content: hash }],
      licenses: [{ license: { id: "MIT" } }, { license: { name: "Acme <License>" } }],
      purl: "pkg:maven/org.acme/lib@1.2.3",
      cpe: "cpe:2.3:a:acme:lib:1.2.3:*:*:*:*:*:*:*",
      properties: [{ name: "syft:cpe23", value: "cpe:2.3:a:acme:library:1.2.3:*:*:*:*:*:*:*" }],
      components: [{ type: "library", name: "shaded", version: "0.1" }],
    },
    {
      type: "machine-learning-model",
      "bom-ref": "model",
      authors: [{ name: "Model Maker", email: "models@example.org" }],
      name: "classifier",
      version: "7",
      licenses: [{ expression: "Apache-2.0 OR MIT" }],
      modelCard: {
        modelParameters: {
          task: "image classification",
          architectureFamily: "transformer",
          modelArchitecture: "ViT",
          datasets: [{ ref: "photos" }, { type: "dataset", name: "inline data" }],
          inputs: [{ format: "image/png" }],
          outputs: [{ format: "label" }],
        },
        considerations: {
          useCases: ["sorting"],
          technicalLimitations: ["night pictures"],
          ethicalConsiderations: [{ name: "faces in the pictures", mitigationStrategy: "blurred" }],
        },
      },
    },
    {
      type: "data",
      "bom-ref": "photos",
      name: "photos",
      data: [
        {
          type: "dataset",
          name: "training photos",
          classification: "internal",
          description: "street photos",
          sensitiveData: ["faces"],
          governance: { owners: [{ organization: { name: "Seoul" } }], stewards: [{ contact: { name: "Kim" } }] },
        },
      ],
    },
  ],
  services: [
    {
      "bom-ref": "api",
      provider: { name: "Cloud" },
      group: "com.example",
      name: "gateway",
      version: "2",
      services: [{ "bom-ref": "auth", name: "auth" }],
    },
  ],
  dependencies: [
    { ref: "app", dependsOn: ["lib", "model"] },
    { ref: "lib", dependsOn: ["app"], provides: ["inner"] },
  ],
  vulnerabilities: [
    {
      "bom-ref": "v1",
      id: "CVE-2024-0001",
      source: { name: "NVD", url: "https://nvd.nist.gov" },
      references: [{ id: "GHSA-x", source: { name: "GitHub" } }],
      ratings: [{ source: { name: "NVD" }, score: 9.8, severity: "critical", method: "CVSSv31", vector: "AV:N" }],
      cwes: [79, 89],
      description: "bad & worse",
      advisories: [{ title: "note", url: "https://example.org/note" }],
      published: "2024-01-01T00:00:00Z",
      analysis: {
        state: "not_affected",
        justification: "code_not_reachable",
        response: ["update", "rollback"],
        detail: "…",
      },
      affects: [
        {
          ref: "lib",
          versions: [
            { version: "1.2.3", status: "affected" },
            { range: "vers:maven/<1.3", status: "unaffected" },
          ],
        },
      ],
      properties: [{ name: "k", value: "v" }],
    },
  ],
};

export const wholeXml = `<?xml version="1.0" encoding="UTF-8"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:x="urn:other" version="2"
     serialNumber="urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79">
  <metadata>
    <timestamp>2024-05-01T10:00:00+09:00</timestamp>
    <tools>
      <components><component type="application"><group>org.acme</group><name>scanner</name><version>1.2</version></component></components>
      <services><service><provider><name>Acme</name></provider><name>scan service</name></service></services>
    </tools>
    <component type="application" bom-ref="app">
      <name>shop</name><version>1.0</version><purl>pkg:npm/shop@1.0</purl>
      <components><component type="framework" bom-ref="inner"><name>inner</name><version>3</version></component></components>
    </component>
  </metadata>
  <components>
    <component type="library" bom-ref="lib">
      <supplier><name>한빛 소프트웨어</name><url>https://example.org</url></supplier>
      <group>org.acme</group>
      <name>lib</name>
      <version>1.2.3</version>
      <scope>required</scope>
      <hashes><hash alg="SHA-256">${hash}</hash></hashes>
      <licenses>
        <license><id>MIT</id></license>
        <license><name><![CDATA[Acme <License>]]></name></license>
      </licenses>
      <cpe>cpe:2.3:a:acme:lib:1.2.3:*:*:*:*:*:*:*</cpe>
      <purl>pkg:maven/org.acme/lib@1.2.3</purl>
      <components><component type="library"><name>shaded</name><version>0.1</version></component></components>
      <properties><property name="syft:cpe23">cpe:2.3:a:acme:library:1.2.3:*:*:*:*:*:*:*</property></properties>
      <x:extension><name>another namespace's name</name></x:extension>
    </component>
    <component type="machine-learning-model" bom-ref="model">
      <authors><author><name>Model Maker</name><email>models@example.org</email></author></authors>
      <name>classifier</name>
      <version>7</version>
      <licenses><expression acknowledgement="declared">Apache-2.0 OR MIT</expression></licenses>
      <modelCard>
        <modelParameters>
          <task>image classification</task>
          <architectureFamily>transformer</architectureFamily>
          <modelArchitecture>ViT</modelArchitecture>
          <datasets><ref>photos</ref><dataset><type>dataset</type><name>inline data</name></dataset></datasets>
          <inputs><input><format>image/png</format></input></inputs>
          <outputs><output><format>label</format></output></outputs>
        </modelParameters>
        <considerations>
          <useCases><useCase>sorting</useCase></useCases>
          <technicalLimitations><technicalLimitation>night pictures</technicalLimitation></technicalLimitations>
          <ethicalConsiderations>
            <ethicalConsideration>
              <name>faces in the pictures</name><mitigationStrategy>blurred</mitigationStrategy>
            </ethicalConsideration>
          </ethicalConsiderations>
        </considerations>
      </modelCard>
    </component>
    <component type="data" bom-ref="photos">
      <name>photos</name>
      <data>
        <type>dataset</type>
        <name>training photos</name>
        <classification>internal</classification>
        <sensitiveData>faces</sensitiveData>
        <description>street photos</description>
        <governance>
          <stewards><steward><contact><name>Kim</name></contact></steward></stewards>
          <owners><owner><organization><name>Seoul</name></organization></owner></owners>
        </governance>
      </data>
    </component>
  </components>
  <services>
    <service bom-ref="api">
      <provider><name>Cloud</name></provider>
      <group>com.example</group><name>gateway</name><version>2</version>
      <services><service bom-ref="auth"><name>auth</name></service></services>
    </service>
  </services>
  <dependencies>
    <dependency ref="app"><dependency ref="lib"/><dependency ref="model"/></dependency>
    <dependency ref="lib"><dependency ref="app"/><provides ref="inner"/></dependency>
  </dependencies>
  <vulnerabilities>
    <vulnerability bom-ref="v1">
      <id>CVE-2024-0001</id>
      <source><name>NVD</name><url>https://nvd.nist.gov</url></source>
      <references><reference><id>GHSA-x</id><source><name>GitHub</name></source></reference></references>
      <ratings>
        <rating><source><name>NVD</name></source><score>9.8</score><severity>critical</severity><method>CVSSv31</method><vector>AV:N</vector></rating>
      </ratings>
      <cwes><cwe>79</cwe><cwe>89</cwe></cwes>
      <description>bad &amp; worse</description>
      <advisories><advisory><title>note</title><url>https://example.org/note</url></advisory></advisories>
      <published>2024-01-01T00:00:00Z</published>
      <analysis>
        <state>not_affected</state><justification>code_not_reachable</justification>
        <responses><response>update</response><response>rollback</response></responses>
        <detail>…</detail>
      </analysis>
      <affects>
        <target>
          <ref>lib</ref>
          <versions>
            <version><version>1.2.3</version><status>affected</status></version>
            <version><range>vers:maven/&lt;1.3</range><status>unaffected</status></version>
          </versions>
        </target>
      </affects>
      <properties><property name="k">v</property></properties>
    </vulnerability>
  </vulnerabilities>
</bom>
`;
