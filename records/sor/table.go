package sor

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/dsaeval/dsaeval/internal/columns"
)

// quantiles are those that are written.
var quantiles = []struct {
	name  string
	share float64
}{{"p05", 0.05}, {"p25", 0.25}, {"p75", 0.75}, {"p90", 0.9}, {"p95", 0.95}, {"p99", 0.99}}

// WriteCSV writes every count, one to a line: platform, first and last day,
// schema version, dimension, value, number. Delays stand in days, with the
// quantile as the value. The last lines, of no platform, tell how many rows were
// read and rejected.
func (a *Aggregate) WriteCSV(out io.Writer) error {
	w := csv.NewWriter(out)
	_ = w.Write([]string{"platform", "from", "to", "schema", "dimension", "value", "number"}) // errors are kept until Flush
	for _, s := range a.Summaries() {
		for i, g := range s.groups {
			row := func(dimension, value, number string) {
				_ = w.Write([]string{s.Platform, FormatDay(s.First), FormatDay(s.Last), s.versions[i].String(), dimension, value, number})
			}
			for _, d := range dimensions {
				for j, n := range d.shown(g.counts) {
					if n > 0 {
						row(d.name, d.values[j], strconv.FormatUint(n, 10))
					}
				}
			}
			for kind, name := range delayNames {
				g.delays[kind].rows(func(value, number string) { row("days_"+name, value, number) })
			}
		}
		duplicates := "duplicates"
		if s.Factor > 1 {
			duplicates = fmt.Sprintf("duplicates_estimated_from_1_in_%d", s.Factor)
		}
		_ = w.Write([]string{s.Platform, FormatDay(s.First), FormatDay(s.Last), "", "total", duplicates, strconv.FormatUint(s.Duplicates, 10)})
	}
	first, last := a.Covered()
	rows, rejected, _, unread := a.read()
	for _, count := range []struct {
		name string
		n    int64
	}{{"rows", rows}, {"rejected", rejected}, {"archives_not_read", unread}} {
		if count.name == "archives_not_read" && count.n == 0 {
			continue
		}
		_ = w.Write([]string{"", FormatDay(first), FormatDay(last), "", "total", count.name, strconv.FormatInt(count.n, 10)})
	}
	w.Flush()
	return w.Error()
}

func (d *Delays) rows(row func(value, number string)) {
	row("known", strconv.FormatUint(d.Count(), 10))
	if d.unknown > 0 {
		row("not_known", strconv.FormatUint(d.unknown, 10))
	}
	if d.outside > 0 {
		row("impossible", strconv.FormatUint(d.outside, 10))
	}
	median, ok := d.Median()
	if !ok {
		return
	}
	row("median", strconv.FormatFloat(median, 'g', -1, 64))
	for _, q := range quantiles {
		days, _ := d.Quantile(q.share)
		row(q.name, strconv.FormatInt(days, 10))
	}
}

// WriteTable writes the main figures for people, a line for each platform and
// period, and all of them where there is only one.
func (a *Aggregate) WriteTable(out io.Writer) error {
	all := a.Summaries()
	table := columns.New("")
	table.Head("platform", "from", "to", "statements", "suspended", "terminated", "minors", "CSAM", "illegal", "automatic", "to restriction", "to database", "duplicates")
	table.Right(3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
	for _, s := range all {
		platform := s.Platform
		if a.grouping.AllPlatforms {
			platform = "all"
		}
		table.Row(shorten(platform, 40), FormatDay(s.First), FormatDay(s.Last),
			s.Statements(), s.Count("decision_account", "DECISION_ACCOUNT_SUSPENDED"), s.Count("decision_account", "DECISION_ACCOUNT_TERMINATED"),
			s.counts[isMinors], s.counts[isAbuse], s.Count("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT"),
			s.Count("automated_decision", "AUTOMATED_DECISION_FULLY"), s.median(ContentToApplication), s.median(ApplicationToSubmission), s.duplicates())
	}
	if err := table.Write(out, 0); err != nil {
		return err
	}
	if len(all) == 1 {
		if err := all[0].details(out); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(out, "\nto restriction, to database: median of days from content to restriction and from there to the database\n%s\n", a.Totals())
	return err
}

func (s *Summary) median(kind int) string {
	if days, ok := s.delays[kind].Median(); ok {
		return strconv.FormatFloat(days, 'g', -1, 64) + " d"
	}
	return "-"
}

func (s *Summary) duplicates() string {
	if s.Factor > 1 {
		return fmt.Sprintf("~%d", s.Duplicates)
	}
	return strconv.FormatUint(s.Duplicates, 10)
}

// details lists all values of the dimensions, the most frequent first.
func (s *Summary) details(out io.Writer) error {
	for _, d := range dimensions[1:] {
		values := s.byVersion(d)
		slices.SortStableFunc(values, func(a, b ValueCount) int {
			return cmp.Or(cmp.Compare(a.Schema, b.Schema), cmp.Compare(b.Count, a.Count))
		})
		table := columns.New("  ")
		for _, v := range values {
			table.Row(v.Schema, v.Value, v.Count)
		}
		if len(values) == 0 {
			continue
		}
		if err := withName(out, d.name, table); err != nil {
			return err
		}
	}
	for kind, name := range delayNames {
		table := columns.New("    ")
		s.delays[kind].rows(func(value, number string) { table.Row(value, number) })
		if err := withName(out, "days_"+name, table); err != nil {
			return err
		}
	}
	return nil
}

// withName writes a table below its name.
func withName(out io.Writer, name string, table *columns.Table) error {
	if _, err := fmt.Fprintf(out, "\n%s\n", name); err != nil {
		return err
	}
	return table.Write(out, 0)
}
