package sor

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"text/tabwriter"
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
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "platform\tfrom\tto\tstatements\tsuspended\tterminated\tminors\tCSAM\tillegal\tautomatic\tto restriction\tto database\tduplicates\t")
	for _, s := range all {
		platform := s.Platform
		if a.grouping.AllPlatforms {
			platform = "all"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%s\t%s\t%s\t\n", shorten(platform, 40), FormatDay(s.First), FormatDay(s.Last),
			s.Statements(), s.Count("decision_account", "DECISION_ACCOUNT_SUSPENDED"), s.Count("decision_account", "DECISION_ACCOUNT_TERMINATED"),
			s.counts[isMinors], s.counts[isAbuse], s.Count("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT"),
			s.Count("automated_decision", "AUTOMATED_DECISION_FULLY"), s.median(ContentToApplication), s.median(ApplicationToSubmission), s.duplicates())
	}
	if err := w.Flush(); err != nil {
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
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, d := range dimensions[1:] {
		values := s.byVersion(d)
		slices.SortStableFunc(values, func(a, b ValueCount) int {
			switch {
			case a.Schema != b.Schema:
				return int(a.Schema) - int(b.Schema)
			case a.Count > b.Count:
				return -1
			case a.Count < b.Count:
				return 1
			}
			return 0
		})
		if len(values) > 0 {
			fmt.Fprintf(w, "\n%s\n", d.name)
		}
		for _, v := range values {
			fmt.Fprintf(w, "  %s\t%s\t%d\n", v.Schema, v.Value, v.Count)
		}
	}
	for kind, name := range delayNames {
		fmt.Fprintf(w, "\ndays_%s\n", name)
		s.delays[kind].rows(func(value, number string) { fmt.Fprintf(w, "  \t%s\t%s\n", value, number) })
	}
	return w.Flush()
}
