package main

import (
	"context"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/scale/internal/counting"
	"github.com/dsaeval/dsaeval/scale/internal/files"
)

// finish writes what was counted, unless --fail-on says that nothing may be.
func (j *sorJob) finish(ctx context.Context, stderr io.Writer, r *counting.Results, start *sor.Aggregate) error {
	write := func(name string, content func(io.Writer) error) error {
		return files.Write(ctx, files.Join(j.output, name), content)
	}
	if err := write("damaged.ndjson", func(w io.Writer) error { return counting.WriteDamages(w, r.Damages) }); err != nil {
		return err
	}
	if r.Rejects() {
		if err := write("rejects.csv", func(w io.Writer) error { return r.WriteRejects(ctx, w) }); err != nil {
			return err
		}
	}
	for _, d := range r.Damages {
		fmt.Fprintf(stderr, "%s\n", d.Reason)
	}
	if len(r.Damages) > 0 && j.failOn != failOnNever {
		return fmt.Errorf("%d archives could not be read; %s lists them, and nothing was counted\n    hint: --fail-on never, to count the others",
			len(r.Damages), files.Join(j.output, "damaged.ndjson"))
	}
	total, err := j.total(r, start)
	if err != nil {
		return err
	}
	if err := j.writeTotal(total, write); err != nil {
		return err
	}
	missing, err := j.missing(total)
	if err != nil {
		return err
	}
	if err := write("missing_days.txt", func(w io.Writer) error { return lines(w, missing) }); err != nil {
		return err
	}
	if len(missing) > 0 {
		fmt.Fprintf(stderr, "%d days are missing, the first of them %s\n", len(missing), missing[0])
	}
	if _, factor := total.Duplicates(); j.choice.SampleLevel > 0 && factor == 1<<j.choice.SampleLevel {
		fmt.Fprintf(stderr, "duplicates are estimated from 1 UUID in %d, and more of them might have been remembered\n    hint: --sample-level %d\n",
			factor, j.choice.SampleLevel-1)
	}
	fmt.Fprintln(stderr, total.Totals())
	if r.Rejects() && j.failOn == failOnRejects {
		fmt.Fprintf(stderr, "rows were rejected; %s lists them\n", files.Join(j.output, "rejects.csv"))
		return errFailed
	}
	return nil
}

// total adds what partials held.
func (j *sorJob) total(r *counting.Results, start *sor.Aggregate) (*sor.Aggregate, error) {
	total := r.Total
	switch {
	case total == nil:
		total = start
	case start != nil:
		if err := total.Merge(start); err != nil {
			return nil, err
		}
		if err := total.Overlap(); err != nil {
			return nil, err
		}
	}
	if total == nil || total.Statements() == 0 {
		return nil, fmt.Errorf("%w was found\n    hint: other files, or --platform, --from and --to that fit them", sor.ErrNothing)
	}
	return total, nil
}

// writeTotal writes what `evaluate import sor` writes, in each of its formats.
func (j *sorJob) writeTotal(total *sor.Aggregate, write func(string, func(io.Writer) error) error) error {
	for name, content := range map[string]func(io.Writer) error{
		"counts.csv": total.WriteCSV, "table.txt": total.WriteTable, "counts.partial": total.WritePartial,
	} {
		if err := write(name, content); err != nil {
			return err
		}
	}
	if total.Grouping().AllPlatforms {
		return nil // facts are about one service
	}
	documents, err := total.Facts()
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, d := range documents {
		if seen[d.Name] {
			return fmt.Errorf("two platforms would be written to %s\n    hint: --platform with the name of one of them", d.Name)
		}
		seen[d.Name] = true
		schema, err := facts.Builtin()
		if err != nil {
			return err
		}
		content := d.YAML()
		if _, err := schema.Load(d.Name, content); err != nil {
			return err
		}
		if err := write(files.Join("facts", d.Name), func(w io.Writer) error {
			_, err := w.Write(content)
			return err
		}); err != nil {
			return err
		}
	}
	return nil
}

// missing returns the days of which there is no dump: between the first and the last
// or, where --from and --to say so, between those.
func (j *sorJob) missing(total *sor.Aggregate) ([]string, error) {
	first, last, missing, ok := total.Days()
	if !ok {
		return nil, nil
	}
	if from, given := sor.ParseDay(j.from); given {
		var before []string
		for day := from; day < first; day++ {
			before = append(before, sor.FormatDay(day))
		}
		missing = append(before, missing...)
	}
	if to, given := sor.ParseDay(j.to); given {
		for day := last + 1; day <= to; day++ {
			missing = append(missing, sor.FormatDay(day))
		}
	}
	return missing, nil
}

func lines(w io.Writer, all []string) error {
	for _, line := range all {
		if _, err := io.WriteString(w, line+"\n"); err != nil {
			return err
		}
	}
	return nil
}
