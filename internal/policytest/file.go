package policytest

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// fileSuffix ends the name of a case file; before it stands that of the rules.
const fileSuffix = "_test.yaml"

// File is what stands beside an obligation.
type File struct {
	// Name is the path of the file as messages show it.
	Name string `yaml:"-"`
	// Service names the service that the cases are about.
	Service string `yaml:"service"`
	// Phrases are the operative key phrases of the provision in the order of its
	// text, and Uncovered those on which no ground rests, each with the reason.
	Phrases   []string          `yaml:"phrases"`
	Uncovered map[string]string `yaml:"uncovered"`
	// Beyond says why the obligation is there although the catalogue of the
	// Regulation's provisions lacks it.
	Beyond string `yaml:"beyond"`
	// Compliant are the facts of a service that keeps the obligation or, of a
	// provision that cannot be breached, those with which nothing is noted.
	Compliant Facts `yaml:"compliant"`
	// Indifferent are facts of Compliant that can be missing without making
	// the verdict undetermined, each because others settle it.
	Indifferent []string `yaml:"indifferent"`
	Cases       []Case   `yaml:"cases"`

	// Lateness says of findings that have ended why their days are other than usual.
	Lateness map[string]Lateness `yaml:"lateness"`

	places places
}

// Lateness is why the last day of a finding that remembers lateness is other than
// the end of a period, after which nothing of the obligation runs. Each is a
// reason, and empty where the usual holds.
type Lateness struct {
	// Unmoved: the last day is no end of a period, and falls on any day of the week.
	Unmoved string `yaml:"unmoved"`
	// DueAtOnce: what is missing runs on the last day itself.
	DueAtOnce string `yaml:"due_at_once"`
	// RunsElsewhere: what is missing runs as a finding of another day or obligation.
	RunsElsewhere string `yaml:"runs_elsewhere"`
}

// Case is one change to the compliant facts and what comes of it. What it does
// not expect is not compared.
type Case struct {
	// Note says what the case protects.
	Note string `yaml:"note"`
	// Service is another service than that of the file.
	Service string `yaml:"service"`
	// Facts are laid over the compliant ones; null takes a fact away.
	Facts   Facts          `yaml:"facts"`
	Verdict report.Verdict `yaml:"verdict"`
	// State stands instead of Verdict for a provision that cannot be breached.
	State        report.State    `yaml:"state"`
	IfApplicable report.Verdict  `yaml:"if_applicable"`
	Reasons      []report.Reason `yaml:"reasons"`
	// Findings are all of them, sorted, an element with its index: incomplete[2].
	Findings []string         `yaml:"findings"`
	Basis    report.Basis     `yaml:"basis"`
	Possible []report.Verdict `yaml:"possible"`
	// Missing are the facts that would decide, as dotted paths, in any order.
	Missing []string `yaml:"missing"`
	// Before is what was different before the act that ended a finding, where more
	// than its day and flag were.
	Before Facts `yaml:"before"`
	// Ended are the findings that have ended and are remembered.
	Ended []string `yaml:"ended"`
	// SpeaksAgainst are the observations that point against compliance.
	SpeaksAgainst []string `yaml:"speaks_against"`
	// Readings are the options under which the case is judged, where others than
	// the defaults are meant.
	Readings map[string]string `yaml:"readings"`
	// SetAside are the missing facts that are given and do not count.
	SetAside []string `yaml:"set_aside"`
	// Invalid is part of the message with which the facts are refused.
	Invalid string `yaml:"invalid"`
}

// readFile reads a case file. What is wrong with it comes as [document.Problems].
func readFile(dir fs.FS, path, name string) (*File, error) {
	content, err := fs.ReadFile(dir, path)
	if err != nil {
		return nil, err
	}
	root, err := document.One(name, content)
	if err != nil {
		return nil, err
	}
	file := &File{Name: name, places: placesOf(name, root)}
	if err := document.Into(root, file).Sorted().Err(); err != nil {
		return nil, err
	}
	return file, file.check()
}

// check reports what a file lacks in order to mean anything.
func (f *File) check() error {
	var problems document.Problems
	complain := func(at document.Position, format string, args ...any) {
		problems = append(problems, document.Problem{Position: at, Message: fmt.Sprintf(format, args...)})
	}
	if f.Service == "" {
		complain(f.places.at("service"), "service is missing; name the service that the cases are about, such as hosting")
	}
	notes := map[string]bool{}
	for i, c := range f.Cases {
		at := f.places.ofCase(i, "note")
		switch {
		case strings.TrimSpace(c.Note) == "":
			complain(at, "a case without note; say what it protects")
		case notes[c.Note]:
			complain(at, "two cases have the note %q", c.Note)
		}
		notes[c.Note] = true
		if c.Verdict == "" && c.State == "" && c.Invalid == "" {
			complain(at, "the case %q expects nothing; write verdict: breach, compliant, undetermined or not_applicable", c.Note)
		}
	}
	if len(problems) == 0 {
		return nil
	}
	return problems
}
