package report

// Provenance names everything that the report depends on, by content. The same
// provenance, and the same gate, give the same report; evaluate verify runs it again.
type Provenance struct {
	Facts []File `json:"facts"`
	// AsOf is the day that was given in the place of that of the facts; null if the
	// facts gave it.
	AsOf *Day `json:"as_of"`
	// PoliciesSHA256 is of all policies, those added among them; SchemasSHA256 of the
	// schema that facts were held against, which says what follows from what.
	PoliciesSHA256 string `json:"policies_sha256"`
	SchemasSHA256  string `json:"schemas_sha256"`
	// Policies are the directories of policies that were added, in their order, with
	// the digest that [Origin] has.
	Policies []File `json:"policies"`
	// ParametersSHA256 is of the values in force on the day: parameters, readings and
	// figures of the law.
	ParametersSHA256 string `json:"parameters_sha256"`
	// Parameters are the files that set parameters or chose readings, in their order.
	Parameters []File `json:"parameters"`
	// Readings are the options that are not the default, by the name of the reading.
	Readings map[string]string `json:"readings"`
	// Selection says what was judged of what there is; nil in reports of earlier versions.
	Selection *Selection `json:"selection"`
	// Amounts are the choices under which money was computed; nil in reports of
	// earlier versions.
	Amounts *Amounts `json:"amounts"`
	// Waivers are the files of waivers that were held against the report.
	Waivers []File `json:"waivers"`
	// Configuration is the file that set flags; null if there was none.
	Configuration *File `json:"configuration"`
	// Documents are what the facts say of the documents that they were taken from, by
	// the ids of the sources: the digests that were noted when they were read.
	Documents []File `json:"documents"`
	Engine    string `json:"engine"`
	// Build says which program it was; nil in reports of earlier versions.
	Build *Build `json:"build"`
}

// File is a file that a report depends on, and the digest of its content.
type File struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}

// Selection is which obligations were judged.
type Selection struct {
	// Only and Exclude name obligations, as the flags of that name do.
	Only    []string `json:"only"`
	Exclude []string `json:"exclude"`
	// WithoutBuiltin says that the obligations of the Regulation were left out.
	WithoutBuiltin bool `json:"without_builtin"`
	// Judged and Of count obligations: those of the report, and all that there were.
	Judged int `json:"judged"`
	Of     int `json:"of"`
}

// Amounts are the choices under which money was computed.
type Amounts struct {
	// Model is the fine model by its name or file, with its digest; null if it was the
	// default, which is part of the program.
	Model *File `json:"model"`
	// TurnoverOf is group or entity; empty for the group's if that is known.
	TurnoverOf string `json:"turnover_of"`
	// Periodic is the reading of Art. 76(1), Unit what counts as one infringement.
	Periodic string `json:"periodic"`
	Unit     string `json:"unit"`
	// Rates are the exchange rates, as they were given.
	Rates []string `json:"rates"`
	// Inputs are the inputs of the model that were set, by their names.
	Inputs map[string]string `json:"inputs"`
}

// Build is of which source the program was built.
type Build struct {
	Version string `json:"version"`
	// Commit and Dirty are null where the build noted no commit. Dirty says that files
	// had changes that were not committed.
	Commit *string `json:"commit"`
	Dirty  *bool   `json:"dirty"`
	Go     string  `json:"go"`
	// OPA is the version of the library that reads added policies; empty of a program
	// that has none.
	OPA string `json:"opa"`
}
