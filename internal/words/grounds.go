package words

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Breach names a breach by its basis. A breach by benchmark is one by a value
// that stands for an open word, and another value could end it.
func Breach(o report.Obligation) string {
	said := "breach"
	switch o.Basis {
	case report.ByParameter:
		said += " by benchmark"
	case report.ByReading:
		said += " on a reading"
	case report.House:
		said += " of a rule of the house"
	}
	if o.Ended {
		said += ", ended"
	}
	return said
}

// StandsOn says of a verdict on how many conclusions of others it rests, and what
// the auditors concluded.
func StandsOn(o report.Obligation) string {
	var parts []string
	switch {
	case o.JudgedFacts == 1:
		parts = append(parts, "rests on 1 judged fact")
	case o.JudgedFacts > 1:
		parts = append(parts, "rests on "+Number(o.JudgedFacts)+" judged facts")
	}
	if o.AuditConclusion != nil {
		parts = append(parts, "the auditors concluded: "+strings.ReplaceAll(fmt.Sprint(o.AuditConclusion.Value), "_", " "))
	}
	return strings.Join(parts, "; ")
}

var firmness = map[report.Status]string{
	report.Court:        "rests on findings of a court",
	report.Final:        "rests on final decisions",
	report.Measured:     "rests on independent tests",
	report.Documented:   "rests on documents",
	report.Preliminary:  "rests on preliminary findings",
	report.SelfDeclared: "rests on what the provider says",
}

// Firmness says what a finding rests on whose weakest fact has a status. Where
// nobody says who established a fact, nothing is said.
func Firmness(s report.Status) string { return firmness[s] }

// Grounds say beside the evidence what a finding rests on and when it ended.
func Grounds(f report.Finding) []string {
	var lines []string
	for _, p := range f.Parameters {
		lines = append(lines, Benchmarks(p))
	}
	for _, r := range f.Readings {
		lines = append(lines, Interpretations(r))
	}
	if said := Firmness(f.Status); said != "" {
		lines = append(lines, said)
	}
	if f.EndedOn != nil {
		lines = append(lines, "ended on "+string(*f.EndedOn))
	}
	return lines
}

// Benchmarks says by which values something holds.
func Benchmarks(values ...report.ParameterValue) string {
	said := make([]string, len(values))
	for i, p := range values {
		said[i] = Parameter(p)
	}
	return "by benchmark: " + strings.Join(said, ", ")
}

// Interpretations says on which readings something holds.
func Interpretations(readings ...report.ReadingValue) string {
	said := make([]string, len(readings))
	for i, r := range readings {
		said[i] = Reading(r)
	}
	return "on a reading: " + strings.Join(said, ", ")
}

// Parameter names a value that stands for an open word of the law.
func Parameter(p report.ParameterValue) string {
	if _, isSwitch := p.Value.(bool); isSwitch {
		return fmt.Sprintf("%s = %s", p.Name, Literal(p.Value))
	}
	return p.Name + " = " + Benchmark(p.Value, p.Unit)
}

// Reading names which of several meanings of the law is held.
func Reading(r report.ReadingValue) string {
	return fmt.Sprintf("%s = %s (rival: %s)", r.Name, r.Chosen, strings.Join(r.Rivals, ", "))
}
