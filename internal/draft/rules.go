package draft

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/internal/vocabulary"
)

// maxLine is the length of lines in files of rules.
const maxLine = 120

// rules writes the file of rules.
func (o Obligation) rules(g ground) string {
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	p("# METADATA\n# scope: package\n# title: %s", quoted(o.Title))
	p("# description: >-\n%s", folded("#   ", o.Description))
	p("# related_resources:\n#   - %s\n# custom:\n#   id: %s\n#   article: %s\n#   kind: %s", o.Link, o.ID, quoted(o.Article), o.Kind)
	p("#   addressee: %s", o.Addressee)
	if o.Exemption != "" && o.Exemption != vocabulary.NoExemption {
		p("#   exemption: %s", o.Exemption)
	}
	p("#   start: %s", o.Start)
	if o.From != "" {
		p("#   from: %q", o.From)
	}
	p("#   penalty: [%s]\n#   supervised_by: %s\npackage %s\n", o.Penalty, o.SupervisedBy, o.Package())
	p("# METADATA\n# title: %s\n# custom:", quoted(g.title))
	if o.Words != "" {
		p("#   words: %s", quoted(o.Words))
	}
	p("#   remediation: >-\n%s", folded("#     ", g.remediation))
	rule := "breach"
	if !o.Kind.Breachable() {
		rule = "noted"
	}
	line := fmt.Sprintf("%s contains %q if %s", rule, g.code, g.condition)
	if len(line) > maxLine {
		line = fmt.Sprintf("%s contains %q if {\n\t%s\n}", rule, g.code, g.condition)
	}
	p("%s", line)
	return b.String()
}

// cases writes the file of cases.
func (o Obligation) cases(g ground) string {
	verdict := func(kept bool) string {
		switch {
		case kept && o.Kind.Breachable():
			return "verdict: compliant"
		case kept:
			return "state: not_noted"
		case o.Kind.Breachable():
			return "verdict: breach"
		}
		return "state: noted"
	}
	unknown := "verdict: undetermined\n    possible: [breach, compliant]"
	if !o.Kind.Breachable() {
		unknown = "state: unknown"
	}
	notYet := strings.SplitN(verdict(true), ":", 2)[0] + ": not_applicable"
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	p("service: %s", services[o.Addressee])
	if o.Words != "" {
		p("phrases:\n  - %s", quoted(o.Words))
	}
	if OfLaw(o.ID) {
		p("beyond: Say here what asks for it, of which the catalogue of the Regulation does not speak.")
	}
	p("compliant:\n  %s: %s\ncases:", o.Fact.Path, value(g.kept))
	p("  - note: it is not kept\n    facts: {%s: %s}\n    %s\n    findings: [%s]", o.Fact.Path, value(g.broken), verdict(false), g.code)
	switch {
	case o.Kind.Breachable() && OfLaw(o.ID):
		p("    basis: law")
	case o.Kind.Breachable():
		p("    basis: house")
	}
	p("  - note: nobody has said\n    facts: {%s: null}\n    %s\n    missing: [%s]", o.Fact.Path, unknown, o.Fact.Path)
	if o.From == "" {
		p("  - note: the day before it begins to apply\n    facts: {assessment.date: %s}\n    %s\n    reasons: [not_yet]", o.dayBefore(), notYet)
	}
	return b.String()
}

// quoted writes a text for YAML, in quotes where it could be read as anything else.
func quoted(text string) string {
	plain := text != "" && !strings.ContainsAny(text, ":#\"'{}[]&*!|>%@`,\\\n") && text[0] != '-' && text[0] != '?' && text[0] != ' '
	_, err := strconv.ParseFloat(text, 64)
	if plain && err != nil && text != "true" && text != "false" && text != "null" {
		return text
	}
	return value(text)
}

// folded breaks a text into lines that begin with a prefix.
func folded(prefix, text string) string {
	var lines []string
	line := prefix
	for _, word := range strings.Fields(text) {
		if line != prefix && len(line)+1+len(word) > maxLine {
			lines = append(lines, line)
			line = prefix
		}
		if line != prefix {
			line += " "
		}
		line += word
	}
	return strings.Join(append(lines, line), "\n")
}
