package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/rego"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/lazy"
)

// selection holds the flags that say which obligations take part and with
// which parameters.
type selection struct {
	only, exclude  []string
	params         []string
	policiesFolder []string
	policiesSHA256 []string
	withoutBuiltin bool
}

func (s *selection) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringSliceVar(&s.only, "only", nil, "judge only these `OBLIGATIONS`: ids, beginnings of ids, or articles (dsa.art16.6, dsa.art34, 16, 34(1))")
	flags.StringSliceVar(&s.exclude, "exclude", nil, "leave these `OBLIGATIONS` out, named as for --only")
	s.addRules(cmd)
}

// addRules adds the flags that say which rules there are, for commands that do not
// choose among them.
func (s *selection) addRules(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&s.params, "params", nil, "YAML `FILE` that sets parameters; can be repeated, the last one wins")
	flags.StringArrayVar(&s.policiesFolder, "policies", nil, "`DIRECTORY` with further obligations; can be repeated")
	flags.StringArrayVar(&s.policiesSHA256, "policies-sha256", nil, "`DIGEST` that a directory of --policies must have, for each in its order; evaluate version --policies DIR prints it")
	flags.BoolVar(&s.withoutBuiltin, "without-builtin", false, "leave the built-in obligations out; the rules that own ones can import stay")
}

func (s *selection) engine(ctx context.Context, options ...engine.Option) (*engine.Engine, error) {
	all, err := s.whole(ctx, options...)
	if err != nil {
		return nil, err
	}
	return all.Select(s.only, s.exclude)
}

// whole is the engine before anything is selected.
func (s *selection) whole(ctx context.Context, options ...engine.Option) (*engine.Engine, error) {
	if s.withoutBuiltin {
		if len(s.policiesFolder) == 0 {
			return nil, document.Hinted(errors.New("--without-builtin: nothing would be judged"), "add a directory of obligations with --policies")
		}
		options = append(options, engine.WithoutBuiltin())
	}
	for _, name := range s.params {
		content, err := readNamed(name)
		if err != nil {
			return nil, err
		}
		options = append(options, engine.WithParameters(name, content))
	}
	if n := len(s.policiesSHA256); n > 0 && n != len(s.policiesFolder) {
		return nil, fmt.Errorf("--policies-sha256 is given %d times and --policies %d times; each directory has its digest", n, len(s.policiesFolder))
	}
	for i, folder := range s.policiesFolder {
		if _, err := openPolicies(folder); err != nil {
			return nil, err
		}
		source := policy.Source{Name: folder, FS: os.DirFS(folder)}
		if len(s.policiesSHA256) > 0 {
			source.SHA256 = strings.ToLower(s.policiesSHA256[i])
			if !digestForm.MatchString(source.SHA256) {
				return nil, fmt.Errorf("--policies-sha256 is %q; expected 64 hexadecimal digits", s.policiesSHA256[i])
			}
		}
		options = append(options, rego.WithPolicies(source))
	}
	return engine.New(ctx, options...)
}

// provisions refuses provisions that are none of those which take part.
func provisions(eng *engine.Engine, articles []string) error {
	if len(articles) == 0 {
		return nil
	}
	_, err := eng.Select(articles, nil)
	return err
}

var digestForm = lazy.NewRegexp(`^[0-9a-f]{64}$`)

// reader reads facts without judging them. The rules that are built in change nothing
// about that and take most of a start; what a user chose is checked as for a judgement.
func (s *selection) reader(ctx context.Context) (streamReader, error) {
	if len(s.only)+len(s.exclude)+len(s.params)+len(s.policiesFolder) == 0 && !s.withoutBuiltin {
		return facts.Builtin()
	}
	return s.engine(ctx)
}
