package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/scale/internal/files"
	"github.com/dsaeval/dsaeval/scale/internal/judging"
)

// judgeJob judges documents of facts by the built-in rules.
type judgeJob struct {
	inputs         list
	output, failOn string
	digits         int
}

func (j *judgeJob) flags(f *flag.FlagSet) {
	f.Var(&j.inputs, "input", "facts: a pattern, a folder or a file, here, in gs:// or in s3://; can be repeated")
	f.StringVar(&j.output, "output", "", "folder for the reports; nothing may be in it")
	f.StringVar(&j.failOn, "fail-on", failOnDamage, "damage: fail if a document cannot be judged; never: list it")
	f.IntVar(&j.digits, "digits", 1, "reports go to a file for each beginning of this many digits of the digest of their facts, 1 to 4; a file is sorted in memory")
}

func (j *judgeJob) run(ctx context.Context, stderr io.Writer) error {
	switch {
	case len(j.inputs.all) == 0:
		return errors.New("nothing to judge\n    hint: --input facts.ndjson")
	case j.output == "":
		return errors.New("no place for the reports\n    hint: --output FOLDER")
	case j.failOn != failOnDamage && j.failOn != failOnNever:
		return fmt.Errorf("--fail-on is %q; expected %s or %s", j.failOn, failOnDamage, failOnNever)
	case j.digits < 1 || j.digits > 4:
		return fmt.Errorf("--digits is %d; expected 1 to 4", j.digits)
	}
	if err := empty(ctx, j.output); err != nil {
		return err
	}
	names, err := j.names(ctx)
	if err != nil {
		return err
	}
	p, s := beam.NewPipelineWithRoot()
	judging.Build(s, names, j.digits, strings.TrimRight(j.output, "/"))
	ran, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return err
	}
	progress(stderr, ran, judging.Namespace)
	refused, err := files.Open(ctx, files.Join(j.output, judging.RefusedName))
	if err != nil {
		return err
	}
	defer refused.Close()
	content, err := io.ReadAll(refused)
	if err != nil {
		return err
	}
	written, err := files.Match(ctx, files.Join(j.output, "reports-*"))
	switch {
	case err != nil:
		return err
	case len(content) > 0 && j.failOn != failOnNever:
		return fmt.Errorf("documents could not be judged; %s lists why", files.Join(j.output, judging.RefusedName))
	case len(written) == 0:
		return errors.New("no document was judged")
	}
	return nil
}

// names finds the files; in folders and by patterns those that evaluate takes for facts.
func (j *judgeJob) names(ctx context.Context) ([]string, error) {
	var names []string
	for _, pattern := range j.inputs.all {
		found, err := files.Expand(ctx, pattern)
		if err != nil {
			return nil, err
		}
		if strings.ContainsAny(pattern, "*?[") || files.IsFolder(pattern) {
			found = slices.DeleteFunc(found, func(name string) bool { return !document.NamedFacts(path.Base(name)) })
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("%s: no fact files\n    hint: call them facts.yaml, facts.json or NAME.facts.yaml, or name the file", pattern)
		}
		names = append(names, found...)
	}
	if sorted := slices.Sorted(slices.Values(names)); len(slices.Compact(sorted)) < len(names) {
		return nil, errors.New("a file is named twice")
	}
	return names, nil
}
