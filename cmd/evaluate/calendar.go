package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// calendaring holds the flags of the command calendar.
type calendaring struct {
	evaluation
	until   string
	long    bool
	written *streams
	begun   bool                 // something is written
	kept    []*calendar.Calendar // those of a file of iCalendar
}

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
		Args: asInUse,
		RunE: c.print,
	}
	flags := cmd.Flags()
	flags.StringVar(&c.asOf, "as-of", "", "begin on this `DAY`, YYYY-MM-DD, instead of assessment.date")
	flags.StringVar(&c.until, "until", "", "end with this `DAY`, YYYY-MM-DD, instead of a year later; at most 20 years later")
	flags.BoolVar(&c.long, "long", false, "in text, add to each entry the facts that it rests on, with their places, and those that are missing")
	outputFlag(cmd, &c.outputs, "text", "json", "ical")
	flags.StringArrayVar(&c.gating.waiverFiles, "waivers", nil, "YAML `FILE` of waivers, whose last days are told; can be repeated")
	c.selection.addFlags(cmd)
	c.config.serve(cmd, serving{facts: true, except: exceptOwn})
	return cmd
}

func (c *calendaring) print(cmd *cobra.Command, args []string) error {
	outputs, err := outputsOf(c.outputs, oneOfFormats("text", "json", "ical"))
	if err != nil {
		return err
	}
	if c.until != "" && !document.IsDate(c.until) {
		return fmt.Errorf("--until: %q is not a calendar day YYYY-MM-DD", c.until)
	}
	if err := c.gating.open(); err != nil {
		return err
	}
	all, err := c.whole(cmd.Context())
	if err != nil {
		return err
	}
	if err := c.gating.checkNames(all); err != nil {
		return err
	}
	eng, err := all.Select(c.only, c.exclude)
	if err != nil {
		return err
	}
	waivers := c.gating.allWaivers()
	files, err := expand(args, cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	if c.written, err = newStreams(outputs, cmd.OutOrStdout()); err != nil {
		return err
	}
	defer c.written.abandon()
	err = eachOf(eng, files, cmd.InOrStdin(), func(document *facts.Facts) error {
		return c.document(cmd.Context(), eng, document, waivers)
	})
	if err != nil {
		return err
	}
	err = c.written.each(func(w io.Writer, format string) error {
		if format == "ical" {
			return calendar.WriteICal(w, c.kept...)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return c.written.commit()
}

// document makes the calendar of a document and writes it: text below the one before it,
// JSON on a line. One file of iCalendar holds them all, so that they are kept for it.
func (c *calendaring) document(ctx context.Context, eng *engine.Engine, document *facts.Facts, waivers []report.Waiver) error {
	document, err := dated(document, c.asOf)
	if err != nil {
		return err
	}
	if c.until != "" && c.until < string(document.AssessmentDate()) {
		return fmt.Errorf("--until: %s is before the assessment date of %s, %s", c.until, document.Name(), document.AssessmentDate())
	}
	made, err := eng.Calendar(ctx, document, report.Day(c.until), waivers...)
	if err != nil {
		return err
	}
	begun := c.begun
	c.begun = true
	return c.written.each(func(w io.Writer, format string) error {
		switch format {
		case "ical":
			c.kept = append(c.kept, made)
			return nil
		case "json":
			return calendar.WriteJSON(w, made)
		}
		if begun {
			fmt.Fprintln(w)
		}
		var options []calendar.TextOption
		if c.long {
			options = append(options, calendar.Long())
		}
		return calendar.WriteText(w, made, options...)
	})
}
