package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/rego"
	"github.com/dsaeval/dsaeval/engine/report"
)

func given(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// read reads a file that the report names, from where a flag says that it is now.
func (r *rerun) read(now []string, i, n int, name, flag string) ([]byte, error) {
	where, err := r.where(now, i, n, name, flag)
	if err != nil {
		return nil, err
	}
	content, err := readNamed(where)
	return content, missingFile(err, flag)
}

func (r *rerun) where(now []string, i, n int, name, flag string) (string, error) {
	switch len(now) {
	case 0:
		return filepath.FromSlash(name), nil
	case n:
		return now[i], nil
	}
	return "", fmt.Errorf("%s is given %d times and the report names %d", flag, len(now), n)
}

// load makes the engine that the provenance describes, unless it is there.
func (r *rerun) load(ctx context.Context, p report.Provenance) error {
	key, err := json.Marshal([]any{p.Policies, p.Parameters, p.Amounts, p.Selection})
	if err != nil {
		return err
	}
	if r.eng != nil && string(key) == r.made {
		return nil
	}
	options := []engine.Option{engine.WithOnly(p.Selection.Only...), engine.WithExclude(p.Selection.Exclude...)}
	if p.Selection.WithoutBuiltin {
		options = append(options, engine.WithoutBuiltin())
	}
	for i, file := range p.Parameters {
		content, err := r.read(r.params, i, len(p.Parameters), file.File, "--params")
		if err != nil {
			return err
		}
		options = append(options, engine.WithParameters(file.File, content))
	}
	for i, folder := range p.Policies {
		where, err := r.where(r.policies, i, len(p.Policies), folder.File, "--policies")
		if err != nil {
			return err
		}
		if _, err := os.Stat(where); err != nil {
			return missingFile(err, "--policies")
		}
		options = append(options, rego.WithPolicies(policy.Source{Name: folder.File, FS: os.DirFS(where)}))
	}
	amounts, err := r.amounts(p.Amounts)
	if err != nil {
		return err
	}
	if r.eng, err = engine.New(ctx, append(options, amounts...)...); err != nil {
		return err
	}
	r.made, r.documents = string(key), nil
	for _, file := range r.files {
		read, err := r.facts(file, filepath.ToSlash(file))
		if err != nil {
			return err
		}
		r.documents = append(r.documents, read...)
	}
	return nil
}

func (r *rerun) amounts(a *report.Amounts) ([]engine.Option, error) {
	choices := fine.Options{
		TurnoverOf: a.TurnoverOf, PeriodicReading: fine.PeriodicReading(a.Periodic), Unit: fine.Unit(a.Unit), Inputs: a.Inputs,
	}
	for _, text := range a.Rates {
		rate, err := fine.ParseRate(text)
		if err != nil {
			return nil, err
		}
		choices.Rates = append(choices.Rates, rate)
	}
	options := []engine.Option{engine.WithFineOptions(choices)}
	if a.Model == nil {
		return options, nil
	}
	name := a.Model.File
	if r.model != "" {
		name = r.model
	}
	model, err := fineModel(name)
	if err != nil {
		return nil, missingFile(err, "--fine-model")
	}
	return append(options, engine.WithFineModel(model)), nil
}
