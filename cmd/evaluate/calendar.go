package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// calendaring holds the flags of the command calendar.
type calendaring struct {
	evaluation
	until string
	long  bool
}

var calendarFormats = []string{"text", "json", "ical"}

func newCalendar() *cobra.Command {
	c := calendaring{evaluation: evaluation{gating: gating{failOn: gate.Presets()[0]}}} // nothing fails here
	cmd := &cobra.Command{
		Use:   "calendar FACTS...",
		Short: "Say what begins, ends and falls due for a service",
		Long: `calendar tells what begins, ends and falls due after the assessment date, if the
facts stay as they are: reports, audits, risk assessments, numbers of recipients,
periods that an authority has set, the start and the end of obligations, the last
days of waivers.

No period is counted here. The rules are asked how they stand on each day, and
the last day for something is the day before its lack is a breach. What cannot be
dated is told with the facts that are missing.

The exit code is 0 whatever is overdue, and 2 for wrong usage or invalid facts.`,
		Example: `  evaluate calendar facts.yaml
  evaluate calendar facts.yaml --as-of 2026-01-01 --until 2027-12-31 --long
  evaluate calendar facts.yaml --waivers waivers.yaml -o text -o ical=dsa.ics`,
		Args: cobra.MinimumNArgs(1),
		RunE: c.print,
	}
	flags := cmd.Flags()
	flags.StringVar(&c.asOf, "as-of", "", "begin on this day, YYYY-MM-DD, instead of assessment.date")
	flags.StringVar(&c.until, "until", "", "end with this day, YYYY-MM-DD, instead of a year later")
	flags.BoolVar(&c.long, "long", false, "in text, add to each entry the facts that it rests on, with their places, and those that are missing")
	flags.StringArrayVarP(&c.outputs, "output", "o", []string{"text"}, "format, or format=file; can be repeated: "+strings.Join(calendarFormats, ", "))
	flags.StringArrayVar(&c.gating.waiverFiles, "waivers", nil, "YAML file of waivers, whose last days are told; can be repeated")
	complete(cmd, "output", calendarFormats...)
	c.selection.addFlags(cmd)
	return cmd
}

func calendarFormat(name string) (string, error) {
	if !slices.Contains(calendarFormats, name) {
		return "", fmt.Errorf("%q is no format of a calendar; expected %s", name, strings.Join(calendarFormats, ", "))
	}
	return name, nil
}

func (c *calendaring) print(cmd *cobra.Command, args []string) error {
	outputs, err := outputsOf(c.outputs, calendarFormat)
	if err != nil {
		return err
	}
	if c.until != "" && !document.IsDate(c.until) {
		return fmt.Errorf("--until: %q is not a calendar day YYYY-MM-DD", c.until)
	}
	if err := c.gating.open(); err != nil {
		return err
	}
	eng, err := c.selection.engine(cmd.Context())
	if err != nil {
		return err
	}
	if err := c.gating.checkWaivers(eng, c.selection); err != nil {
		return err
	}
	var waivers []report.Waiver
	for _, file := range c.gating.waivers {
		waivers = append(waivers, file.All()...)
	}
	documents, err := readAll(eng, args, cmd.InOrStdin(), cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	var calendars []*calendar.Calendar
	for _, document := range documents {
		if document, err = dated(document, c.asOf); err != nil {
			return err
		}
		if c.until != "" && c.until < document.AssessmentDate() {
			return fmt.Errorf("--until: %s is before the assessment date of %s, %s", c.until, document.Name(), document.AssessmentDate())
		}
		made, err := eng.Calendar(cmd.Context(), document, c.until, waivers...)
		if err != nil {
			return err
		}
		calendars = append(calendars, made)
	}
	for _, o := range outputs {
		if err := writeTo(o.file, cmd.OutOrStdout(), func(w io.Writer) error { return c.write(w, o.format, calendars) }); err != nil {
			return err
		}
	}
	return nil
}

// write writes all calendars in a format: text one below the other, JSON a line
// each, iCalendar as one.
func (c *calendaring) write(w io.Writer, format string, calendars []*calendar.Calendar) error {
	if format == "ical" {
		return calendar.WriteICal(w, calendars...)
	}
	var options []calendar.TextOption
	if c.long {
		options = append(options, calendar.Long())
	}
	for i, one := range calendars {
		if format == "json" {
			if err := calendar.WriteJSON(w, one); err != nil {
				return err
			}
			continue
		}
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := calendar.WriteText(w, one, options...); err != nil {
			return err
		}
	}
	return nil
}
