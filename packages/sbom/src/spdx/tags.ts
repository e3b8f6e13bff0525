/** Which element a tag begins, or belongs to. */
export type Section =
  | "document"
  | "packages"
  | "files"
  | "snippets"
  | "licenses"
  | "relationships"
  | "annotations"
  | "reviews";

/** How a tag's value goes into the JSON shape of its element. */
export interface Tag {
  section: Section;
  /** The member of the element; null where nothing is read from it. */
  member: string | null;
  /** The tag begins a new element. */
  begins: boolean;
  /** How the value is written: as it is, `NAME: value` (a checksum), `CATEGORY type locator`, or one of a list. */
  form: "text" | "checksum" | "reference" | "item";
}

const tag = (section: Section, member: string | null, form: Tag["form"] = "text", begins = false): Tag => ({
  section,
  member,
  begins,
  form,
});
const passed = (section: Section, names: string[]): [string, Tag][] => names.map((name) => [name, tag(section, null)]);

/** The tags of SPDX 2.0 to 2.3. `SPDXID` belongs to whatever element is at hand. */
export const tags = new Map<string, Tag>([
  ["SPDXVersion", tag("document", "spdxVersion")],
  ["DocumentNamespace", tag("document", "documentNamespace")],
  ["Creator", tag("document", "creators", "item")],
  ["Created", tag("document", "created")],
  ...passed("document", [
    "DataLicense",
    "DocumentName",
    "ExternalDocumentRef",
    "LicenseListVersion",
    "CreatorComment",
    "DocumentComment",
  ]),

  ["PackageName", tag("packages", "name", "text", true)],
  ["PackageVersion", tag("packages", "versionInfo")],
  ["PackageSupplier", tag("packages", "supplier")],
  ["PackageOriginator", tag("packages", "originator")],
  ["PackageChecksum", tag("packages", "checksums", "checksum")],
  ["PackageLicenseConcluded", tag("packages", "licenseConcluded")],
  ["PackageLicenseDeclared", tag("packages", "licenseDeclared")],
  ["ExternalRef", tag("packages", "externalRefs", "reference")],
  ["PackageSourceInfo", tag("packages", "sourceInfo")],
  ["PrimaryPackagePurpose", tag("packages", "primaryPackagePurpose")],
  ...passed("packages", [
    "PackageFileName",
    "PackageDownloadLocation",
    "FilesAnalyzed",
    "PackageVerificationCode",
    "PackageHomePage",
    "PackageLicenseInfoFromFiles",
    "PackageLicenseComments",
    "PackageCopyrightText",
    "PackageSummary",
    "PackageDescription",
    "PackageComment",
    "PackageAttributionText",
    "ExternalRefComment",
    "ReleaseDate",
    "BuiltDate",
    "ValidUntilDate",
  ]),

  ["FileName", tag("files", "fileName", "text", true)],
  ...passed("files", [
    "FileType",
    "FileChecksum",
    "LicenseConcluded",
    "LicenseInfoInFile",
    "LicenseComments",
    "FileCopyrightText",
    "ArtifactOfProjectName",
    "ArtifactOfProjectHomePage",
    "ArtifactOfProjectURI",
    "FileComment",
    "FileNotice",
    "FileContributor",
    "FileAttributionText",
    "FileDependency",
  ]),

  ["SnippetSPDXID", tag("snippets", "SPDXID", "text", true)],
  // Before 2.3 some tools wrote it so.
  ["SnippetSPDXIdentifier", tag("snippets", "SPDXID", "text", true)],
  ...passed("snippets", [
    "SnippetFromFileSPDXID",
    "SnippetByteRange",
    "SnippetLineRange",
    "SnippetLicenseConcluded",
    "LicenseInfoInSnippet",
    "SnippetLicenseComments",
    "SnippetCopyrightText",
    "SnippetComment",
    "SnippetName",
    "SnippetAttributionText",
  ]),

  ["LicenseID", tag("licenses", "licenseId", "text", true)],
  ...passed("licenses", ["ExtractedText", "LicenseName", "LicenseCrossReference", "LicenseComment"]),

  ...passed("relationships", ["RelationshipComment"]),
  ["Annotator", tag("annotations", null)],
  ...passed("annotations", ["AnnotationDate", "AnnotationComment", "AnnotationType", "SPDXREF"]),
  ...passed("reviews", ["Reviewer", "ReviewDate", "ReviewComment"]),
]);
