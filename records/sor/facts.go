package sor

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Document is a facts document about one platform and period.
type Document struct {
	// Name is a file name that evaluate finds in a folder.
	Name    string
	total   *Aggregate
	summary *Summary
}

// YAML makes the content, each time it is called: there may be thousands of
// documents.
func (d Document) YAML() []byte {
	w := &factsWriter{s: d.summary}
	w.document(d.total)
	return w.Bytes()
}

// Facts returns a facts document for each platform and period. What the dumps
// do not tell is left out: a fact that is absent is not known.
//
// Statements are counted, not accounts: an account can be suspended several
// times, and the database does not say which statements are about the same one.
// So nothing here fills the facts that count accounts.
func (a *Aggregate) Facts() ([]Document, error) {
	if a.grouping.AllPlatforms {
		return nil, document.Hinted(fmt.Errorf("%w, and facts are about one service", ErrTogether), "count the platforms apart")
	}
	var documents []Document
	for _, s := range a.Summaries() {
		name := fileName(s.Platform)
		if a.grouping.Period != All {
			name += "-" + FormatDay(s.First)
		}
		documents = append(documents, Document{Name: name + ".facts.yaml", total: a, summary: s})
	}
	return documents, nil
}

// fileName is the slug of a platform, no longer than file systems take.
func fileName(platform string) string {
	const most = 100
	name := Slug(platform)
	for i := range name {
		if i > most {
			return name[:i]
		}
	}
	return cmp.Or(name, "unnamed")
}

type factsWriter struct {
	bytes.Buffer
	s *Summary
}

func (w *factsWriter) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

// quoted writes a string as JSON does, which YAML reads alike.
func quoted(s string) string {
	content, err := json.Marshal(strings.ToValidUTF8(s, "?"))
	if err != nil {
		return `""`
	}
	return string(content)
}

func (w *factsWriter) document(a *Aggregate) {
	s := w.s
	w.line("# Counted from daily dumps of the DSA Transparency Database. Statements are counted, not accounts or contents.")
	_, _, missing, _ := a.Days()
	if len(missing) > 0 {
		w.line("# %d days between the first and the last are missing, the first of them %s.", len(missing), missing[0])
	}
	w.line("assessment:")
	w.line("  date: %s", FormatDay(s.Last))
	w.line("  period: {from: %s, to: %s}", FormatDay(s.First), FormatDay(s.Last))
	w.line("service:")
	w.line("  name: %s", quoted(s.Platform))
	if slug := Slug(s.Platform); slug != "" {
		w.line("  id: %s", quoted(slug))
	}
	w.accounts()
	w.statements(a)
	w.sources(a)
}

// accountFacts gives the end of a fact's name for what is counted about
// statements on accounts.
var accountFacts = []struct {
	counter int
	name    string
}{
	{accountIllegal, "illegal_content"},
	{accountOwnInitiative, "own_initiative"},
	{accountAutomated, "fully_automated"},
	{accountMinors, "minors"},
	{accountAbuse, "csam"},
}

func (w *factsWriter) accounts() {
	w.line("account_removals:")
	for _, kind := range []struct {
		name, value string
		dimension   *dimension
	}{
		{"account_suspension_statements", "DECISION_ACCOUNT_SUSPENDED", inSuspended},
		{"account_termination_statements", "DECISION_ACCOUNT_TERMINATED", inTerminated},
	} {
		w.line("  %s_count: %d", kind.name, w.s.Count("decision_account", kind.value))
		for _, f := range accountFacts {
			w.line("  %s_%s_count: %d", kind.name, f.name, kind.dimension.of(w.s.counts)[f.counter])
		}
	}
}

var statementFacts = []struct{ name, dimension, value string }{
	{"minors", "total", "protection_of_minors"},
	{"csam", "total", "child_sexual_abuse_material"},
	{"illegal_content", "decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT"},
	{"terms", "decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT"},
	{"notice", "source_type", "SOURCE_ARTICLE_16"},
	{"trusted_flagger", "source_type", "SOURCE_TRUSTED_FLAGGER"},
	{"other_notification", "source_type", "SOURCE_TYPE_OTHER_NOTIFICATION"},
	{"own_initiative", "source_type", "SOURCE_VOLUNTARY"},
	{"automated_detection", "automated_detection", "Yes"},
	{"fully_automated", "automated_decision", "AUTOMATED_DECISION_FULLY"},
	{"partially_automated", "automated_decision", "AUTOMATED_DECISION_PARTIALLY"},
	{"not_automated", "automated_decision", "AUTOMATED_DECISION_NOT_AUTOMATED"},
}

func (w *factsWriter) statements(a *Aggregate) {
	s := w.s
	w.line("statements_of_reasons:")
	w.line("  database_statements_count: %d", s.Statements())
	gap := a.gap(s)
	switch {
	case s.Factor > 1:
		w.line("  # Not known exactly, and left out: about %d statements repeat the UUID of another one.", s.Duplicates)
	case gap != "":
		w.line("  # sor_submitted_to_database_count is left out, for it may be higher: %s.", gap)
	default:
		w.line("  sor_submitted_to_database_count: %d", s.Statements()-s.Duplicates)
	}
	if s.Factor == 1 {
		w.line("  database_statements_duplicate_count: %d", s.Duplicates)
	}
	for _, f := range statementFacts {
		name := "database_statements_" + f.name + "_count"
		if reason := s.errorIn(name); reason != "" {
			w.line("  # %s is left out: %s.", name, reason)
			continue
		}
		w.line("  %s: %d", name, s.Count(f.dimension, f.value))
	}
	w.line("  database_statements_by_category:")
	for _, c := range s.Categories() {
		w.line("    - {schema_version: %s, category: %s, statements_count: %d}", c.Schema, c.Value, c.Count)
	}
	w.restrictions()
	if states, ok := s.Territories(); ok && len(states) > 0 {
		w.line("  database_statements_by_state:")
		for _, c := range states {
			if c.Value != otherValue {
				w.line("    - {state: %s, statements_count: %d}", quoted(c.Value), c.Count)
			}
		}
	} else if !ok {
		w.line("  # The territory is not known: light dumps leave it out.")
	}
	w.delays()
}

func (w *factsWriter) restrictions() {
	w.line("  database_statements_by_restriction:")
	for _, d := range []*dimension{inVisibility, inMonetary, inProvision, inAccount} {
		for i, n := range d.of(w.s.counts) {
			if value := d.values[i]; value != "" && value != otherValue {
				w.line("    - {restriction: %s, statements_count: %d}", value, n)
			}
		}
	}
}

func (w *factsWriter) delays() {
	for _, f := range []struct {
		kind int
		name string
	}{{ContentToApplication, "content_to_restriction"}, {ApplicationToSubmission, "restriction_to_database"}} {
		d := w.s.Delay(f.kind)
		median, ok := d.Median()
		p95, _ := d.Quantile(0.95)
		switch {
		case !ok:
			w.line("  # No statement tells the days from %s.", strings.ReplaceAll(f.name, "_", " "))
		case median < 0 || p95 < 0:
			w.line("  # The days from %s are left out: most are negative, so the dates cannot be right.", strings.ReplaceAll(f.name, "_", " "))
		default:
			w.line("  database_median_days_%s: %g", f.name, median)
			w.line("  database_p95_days_%s: %d", f.name, p95)
		}
	}
}
