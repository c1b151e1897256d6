package facts

import (
	"errors"
	"fmt"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// Facts is one valid document: what is known about one service at one date. It
// is immutable and safe for concurrent use.
//
// The zero Facts, and nil, are about no service: nothing is known, and no engine
// judges them.
type Facts struct {
	name   string
	sha256 string
	schema *Schema
	root   *Node  // as it was given
	asOf   string // the day that was set from outside; "" if none was
	known  *Node
	aside  []SetAside
	claims map[string]claim
	// content are the bytes of the document; nil where it comes from no file.
	content []byte
}

// none stands for facts that nobody made.
var none = &Facts{schema: &Schema{root: &factschema.Field{}}, root: &Node{Kind: Object}, known: &Node{Kind: Object}}

// made returns the facts or, instead of nil and of the zero value, none.
func (f *Facts) made() *Facts {
	if f == nil || f.known == nil {
		return none
	}
	return f
}

// Empty reports whether these are the zero Facts or nil, which no schema made.
func (f *Facts) Empty() bool { return f.made() == none }

// ErrNoFacts says that facts are nil or zero: they were not made by a [Schema].
var ErrNoFacts = errors.New("no facts: the document is nil or was not made by a schema")

// Name returns the file name as it was given.
func (f *Facts) Name() string { return f.made().name }

// SHA256 returns the digest of the file in hexadecimal; for NDJSON, of the line
// without its line end.
func (f *Facts) SHA256() string { return f.made().sha256 }

// Service returns the name of the service, "" if it is not known.
func (f *Facts) Service() string { return f.text("service", "name") }

// Provider returns the name of the provider, "" if it is not known.
func (f *Facts) Provider() string { return f.text("service", "provider") }

// AssessmentDate returns the day on which the service is judged, the zero
// Day if neither the document nor [Facts.WithAssessmentDate] gave one.
func (f *Facts) AssessmentDate() report.Day { return report.Day(f.text("assessment", "date")) }

// AsOf returns the day that [Facts.WithAssessmentDate] set in the place of that of the
// document, "" if none was.
func (f *Facts) AsOf() report.Day { return report.Day(f.made().asOf) }

func (f *Facts) text(section, name string) string {
	n := f.made().known.Child(section).Child(name)
	if n == nil {
		return ""
	}
	return n.Text
}

// At returns a known value. Nulls are not known. A list that the schema assumes
// to be empty has the position of its object, an implied flag that of its date,
// and a date that was set from outside none.
func (f *Facts) At(pointer string) (*Node, bool) {
	return f.made().known.Lookup(pointer)
}

// Place returns where a fact stands in the document, be it as null, or would stand: the
// place of the innermost section above it that is given. It is the zero Position where
// the facts come from no file.
func (f *Facts) Place(pointer string) Position {
	node := f.made().root
	at := node.Position
	steps, _ := document.SplitPointer(pointer)
	for _, step := range steps {
		if member, ok := node.Member(step); ok {
			node, at = member.Value, member.KeyPosition
			continue
		}
		element, ok := node.Lookup("/" + step) // of a list
		if !ok {
			break
		}
		node, at = element, element.Position
	}
	return at
}

// Known returns what is known, as one value: without nulls but those in maps and
// lists, which stand for something that is not known, with what the schema assumes
// or implies, and with sources and provenance.
func (f *Facts) Known() *Node { return f.made().known }

// Value returns the facts as policies see them: plain Go values, json.Number
// for numbers, without nulls, sources and provenance, with what the schema
// assumes or implies. Each call builds them afresh; the caller may change them.
func (f *Facts) Value() map[string]any {
	known := f.made().known
	value := make(map[string]any, len(known.Members))
	for _, member := range known.Members {
		if member.Key != "sources" && member.Key != "provenance" {
			value[member.Key] = withoutNulls(member.Value.Value())
		}
	}
	return value
}

// withoutNulls drops the members of maps that are not known.
func withoutNulls(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for key, member := range value {
			if member == nil {
				delete(value, key)
				continue
			}
			value[key] = withoutNulls(member)
		}
	case []any:
		for i, element := range value {
			value[i] = withoutNulls(element)
		}
	}
	return value
}

// Unknowns returns the highest paths of the schema at which nothing is known,
// in a fixed order: a missing section is one path, not all its fields. None is
// the beginning of another. The assessment date is never among them; without
// one the caller must set it. Each call makes a new list.
func (f *Facts) Unknowns() []Path {
	f = f.made()
	return unknowns(f.known, f.schema.root)
}

// WithAssessmentDate returns the same facts, judged on another day. Whether the
// day fits the other dates is not checked: what would have been breached on an
// earlier day is a fair question. It fails if that is no real day, or one
// that cannot be reckoned with.
func (f *Facts) WithAssessmentDate(day report.Day) (*Facts, error) {
	if err := document.CheckDay(string(day)); err != nil {
		return nil, fmt.Errorf("assessment date %w", err)
	}
	if f.Empty() {
		return nil, ErrNoFacts
	}
	return f.on(string(day)), nil
}

func (f *Facts) on(day string) *Facts {
	assessment := f.known.Child("assessment")
	if assessment == nil {
		assessment = &Node{Kind: Object}
	}
	changed := *f
	changed.asOf = day
	changed.known = f.known.With("assessment", assessment.With("date", &Node{Kind: String, Text: day}))
	return &changed
}
