package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/scale/internal/counting"
	"github.com/dsaeval/dsaeval/scale/internal/files"
)

// sorJob counts statements of reasons.
type sorJob struct {
	inputs, platforms, groupBy list
	output, from, to, failOn   string
	sampleLevel                int

	choice counting.Choice
}

// What --fail-on can be.
const (
	failOnDamage  = "damage"  // an archive that cannot be read, a digest that differs
	failOnRejects = "rejects" // the same, and a row that was rejected
	failOnNever   = "never"   // nothing of both: it is listed, and the rest is counted
)

func (j *sorJob) flags(f *flag.FlagSet) {
	j.platforms.commas, j.groupBy.commas = true, true
	f.Var(&j.inputs, "input", "dumps: a pattern, a folder or a file, here, in gs:// or in s3://, or a partial; can be repeated")
	f.StringVar(&j.output, "output", "", "folder for facts, counts and lists; nothing may be in it")
	f.Var(&j.groupBy, "group-by", "platform, and one of day, month, quarter, half-year, year; or none (default platform)")
	f.Var(&j.platforms, "platform", "count only these platforms, by name or as in file names; can be repeated")
	f.StringVar(&j.from, "from", "", "count only statements submitted on this day or later, YYYY-MM-DD")
	f.StringVar(&j.to, "to", "", "count only statements submitted on this day or earlier, YYYY-MM-DD")
	f.StringVar(&j.failOn, "fail-on", failOnDamage, "damage: fail if an archive cannot be read or a digest differs; rejects: and if a row is rejected; never: list both and count the rest")
	f.IntVar(&j.sampleLevel, "sample-level", -1, "remember one UUID in 2 to this power from the beginning, to look for duplicates; by the size of the dumps if -1")
}

func (j *sorJob) check() (err error) {
	if len(j.groupBy.all) == 0 {
		j.groupBy.all = []string{"platform"}
	}
	j.choice = counting.Choice{Platforms: j.platforms.all, From: j.from, To: j.to}
	if j.choice.Grouping, err = sor.ParseGrouping(j.groupBy.all); err != nil {
		return fmt.Errorf("--group-by: %w", err)
	}
	switch {
	case len(j.inputs.all) == 0:
		return errors.New("nothing to count\n    hint: --input 'days/*.zip'")
	case j.output == "":
		return errors.New("no place for the results\n    hint: --output FOLDER")
	case !slices.Contains([]string{failOnDamage, failOnRejects, failOnNever}, j.failOn):
		return fmt.Errorf("--fail-on is %q; expected %s, %s or %s", j.failOn, failOnDamage, failOnRejects, failOnNever)
	case j.sampleLevel < -1 || j.sampleLevel > 40:
		return fmt.Errorf("--sample-level is %d; expected 0 to 40, or -1", j.sampleLevel)
	}
	return nil
}

func (j *sorJob) run(ctx context.Context, stderr io.Writer) error {
	if err := j.check(); err != nil {
		return err
	}
	if err := empty(ctx, j.output); err != nil {
		return err
	}
	dumps, partials := split(j.inputs.all)
	start, err := sor.MergePartials(partials, &j.choice.Grouping)
	if err != nil {
		return err
	}
	if len(dumps) == 0 {
		return errors.New("there are only partials, and merging those is quick\n    hint: evaluate import sor with all of them")
	}
	listed, damages, err := counting.Inputs(ctx, dumps, j.choice)
	if err != nil {
		return err
	}
	j.choice.SampleLevel = uint8(max(0, j.sampleLevel))
	if j.sampleLevel < 0 {
		j.choice.SampleLevel = counting.SampleLevel(listed, j.choice)
	}
	// What the run itself leaves has names that no other run uses.
	folder := files.Join(j.output, "run-"+rand.Text())
	p, s := beam.NewPipelineWithRoot()
	counting.Build(s, listed, j.choice, folder)
	ran, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return err
	}
	results, err := counting.ReadResults(ctx, folder)
	if err != nil {
		return err
	}
	results.Damages = append(damages, results.Damages...)
	progress(stderr, ran, counting.Namespace)
	err = j.finish(ctx, stderr, results, start)
	return errors.Join(err, results.Remove(ctx))
}

// split tells partials, which are on this machine, from dumps.
func split(inputs []string) (dumps, partials []string) {
	for _, input := range inputs {
		if files.Local(input) && sor.IsPartial(input) {
			partials = append(partials, input)
		} else {
			dumps = append(dumps, input)
		}
	}
	return dumps, partials
}

// empty refuses a folder in which there is something: what is left there of an
// earlier run would look like a result of this one.
func empty(ctx context.Context, folder string) error {
	there, err := files.Match(ctx, files.Join(folder, "*"))
	if err != nil {
		return err
	}
	if len(there) > 0 {
		return fmt.Errorf("--output %s is not empty: %s is there\n    hint: a folder of its own for each run", folder, there[0])
	}
	return nil
}

// progress prints what the runner counted. It may have counted bundles twice that it
// did twice.
func progress(stderr io.Writer, ran beam.PipelineResult, namespace string) {
	if ran == nil {
		return // a runner that tells nothing
	}
	for _, c := range ran.Metrics().Query(func(r metrics.SingleResult) bool { return r.Namespace() == namespace }).Counters() {
		fmt.Fprintf(stderr, "%s: %d\n", c.Name(), c.Result())
	}
}
