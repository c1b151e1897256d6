package sarif

import (
	"encoding/json"
	"io"

	"github.com/dsaeval/dsaeval/internal/writing"
)

// Builder makes a log of one run.
type Builder struct {
	Run       Run
	rules     map[string]int // index by id
	artifacts map[string]int // index by file
}

// NewBuilder returns a run of this program without results.
func NewBuilder() *Builder {
	b := &Builder{rules: map[string]int{}, artifacts: map[string]int{}}
	b.Run.ColumnKind = "unicodeCodePoints"
	b.Run.Results, b.Run.Artifacts = []Result{}, []Artifact{}
	b.Run.Invocations = []Invocation{{ExecutionSuccessful: true}}
	b.Run.Tool.Driver = Driver{Name: "dsaeval", InformationURI: writing.Home, Rules: []Rule{}}
	return b
}

// Notify says something about the run as a whole; the level is note, warning or
// error.
func (b *Builder) Notify(level, text string) {
	run := &b.Run.Invocations[0]
	run.Notifications = append(run.Notifications, Notification{level, Text{Text: text}})
}

// Artifact adds a file, once.
func (b *Builder) Artifact(name, sha256 string) {
	if _, known := b.artifacts[name]; known {
		return
	}
	b.artifacts[name] = len(b.Run.Artifacts)
	b.Run.Artifacts = append(b.Run.Artifacts, Artifact{
		Location: ArtifactLocation{URI: writing.FileURI(name)}, Roles: []string{"analysisTarget"},
		Hashes: map[string]string{"sha-256": sha256},
	})
}

// Rule returns the index of the rule with an id, which is made and added where
// there is none yet.
func (b *Builder) Rule(id string, rule func() Rule) int {
	i, known := b.rules[id]
	if !known {
		i = len(b.Run.Tool.Driver.Rules)
		b.rules[id] = i
		b.Run.Tool.Driver.Rules = append(b.Run.Tool.Driver.Rules, rule())
	}
	return i
}

// Within returns the location of a file as a whole, which has been added.
func (b *Builder) Within(file string) Location {
	return Location{PhysicalLocation: PhysicalLocation{
		ArtifactLocation: ArtifactLocation{URI: writing.FileURI(file), Index: new(b.artifacts[file])},
	}}
}

// Result adds a result, completed with what all have. Results with the same
// fingerprint are one alert.
func (b *Builder) Result(result Result, fingerprint string) {
	result.Message.Text = Plain(result.Message.Text)
	if result.Level == "" {
		result.Level = "none" // SARIF demands it of every kind but fail
	}
	if result.Suppressions == nil {
		// No suppression has to be said: its absence would mean that nobody knows.
		result.Suppressions = []Suppression{}
	}
	result.PartialFingerprints = map[string]string{
		"dsaeval/v1": fingerprint,
		// GitHub reads only this one, and would hash the line without it.
		"primaryLocationLineHash": fingerprint[:16] + ":1",
	}
	b.Run.Results = append(b.Run.Results, result)
}

// Write writes the log; the properties are those of its run.
func (b *Builder) Write(w io.Writer, properties any) error {
	run := b.Run
	run.Properties = properties
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(Log{
		Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		// GitHub and others refuse anything but this version.
		Version: "2.1.0", Runs: []Run{run},
	})
}
