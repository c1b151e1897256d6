package draft

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// Fact is the fact that decides a new obligation.
type Fact struct {
	// Path is its dotted path, such as extensions.house.report_signed.
	Path string
	// Field is what the schema says about it.
	Field *factschema.Field
}

// ground is the one finding of a draft: when it holds, and a value of the fact
// with which it does and one with which it does not.
type ground struct {
	code, title, condition string
	kept, broken           any
	remediation            string
}

// ErrUnknownFact means that the schema does not have the fact of a rule.
var ErrUnknownFact = errors.New("the schema knows no fact")

// ground makes a finding of what the schema says about the fact.
func (o Obligation) ground() (ground, error) {
	ref, field := "input."+o.Fact.Path, o.Fact.Field
	g := ground{code: "not_kept", title: "This is not so: " + lower(o.Title), remediation: "Say here what ends the finding."}
	switch {
	case field == nil:
		return g, fmt.Errorf("%w %s", ErrUnknownFact, o.Fact.Path)
	case field.Is("boolean") && (o.Kind == report.Prohibition || !o.Kind.Breachable()):
		g.condition, g.kept, g.broken = ref, false, true
	case field.Is("boolean"):
		g.condition, g.kept, g.broken = ref+" == false", true, false
	case field.IsNumber():
		g.condition, g.kept, g.broken = ref+" > 0", 0, 1
	case len(field.Enum) > 1:
		last := field.Enum[len(field.Enum)-1]
		g.condition, g.kept, g.broken = fmt.Sprintf("%s == %q", ref, last), field.Enum[0], last
	default:
		return g, fmt.Errorf("%s is no flag, number or choice of words, and a rule cannot begin with it; name another fact", o.Fact.Path)
	}
	if !o.Kind.Breachable() {
		g.code, g.title = "seen", "This is so: "+lower(o.Title)
	}
	return g, nil
}

// lower makes a sentence out of a title, for what stands behind a colon.
func lower(title string) string {
	if title == "" || len(title) > 1 && title[1] >= 'A' && title[1] <= 'Z' {
		return title
	}
	return strings.ToLower(title[:1]) + title[1:]
}

// value writes a value as YAML and JSON have it.
func value(v any) string {
	content, err := json.Marshal(v)
	if err != nil {
		panic(err) // flags, numbers and words
	}
	return string(content)
}
