package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/attest"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/same"
	"github.com/dsaeval/dsaeval/internal/words"
)

// rerun judges again what reports say that they were made from.
type rerun struct {
	*verification
	files []string // of facts
	alone bool     // there is one report
	notes io.Writer

	made      string // the background of the engine, as JSON
	eng       *engine.Engine
	documents []*facts.Facts // of all files
}

// compare makes a report again and says in what it differs.
func (r *rerun) compare(ctx context.Context, c claim) (verified, error) {
	v := verified{Service: c.subject(), Date: string(c.date), Differences: []same.Difference{}}
	again, err := r.judge(ctx, c)
	if err != nil {
		return v, ctxErr(ctx, err)
	}
	var now any = again
	if !c.whole {
		if now, err = attest.ClaimOf(again); err != nil {
			return v, err
		}
	}
	found, err := same.Of(c.written, now)
	if err != nil {
		return v, err
	}
	v.Differences = append(v.Differences, found...)
	v.Same = len(found) == 0
	v.what = words.MadeFrom(again)
	return v, nil
}

func (r *rerun) judge(ctx context.Context, c claim) (*report.Report, error) {
	if err := r.load(ctx, c.provenance); err != nil {
		return nil, err
	}
	f, err := r.document(c)
	if err != nil {
		return nil, err
	}
	if day := c.provenance.AsOf; day != nil {
		if f, err = f.WithAssessmentDate(*day); err != nil {
			return nil, err
		}
	}
	again, err := r.eng.Evaluate(ctx, f, engine.WithDetail(c.detail))
	if err != nil {
		return nil, err
	}
	again = r.named(again, c.provenance)
	for i, file := range c.provenance.Waivers {
		content, err := r.read(r.waivers, i, len(c.provenance.Waivers), file.File, "--waivers")
		if err != nil {
			return nil, err
		}
		w, err := gate.LoadWaivers(file.File, content)
		if err != nil {
			return nil, err
		}
		again = w.Begin().Add(again)
	}
	if c.gate == nil {
		return again, nil
	}
	var baseline *gate.Baseline
	if b := c.gate.Baseline; b != nil {
		content, err := r.read(given(r.baseline), 0, 1, b.File, "--baseline")
		if err != nil {
			return nil, err
		}
		if baseline, err = gate.LoadBaseline(b.File, content); err != nil {
			return nil, err
		}
	}
	g, err := gate.New(c.gate.FailOn, baseline)
	if err != nil {
		return nil, err
	}
	return g.Mark(again)[0], nil
}

func (r *rerun) facts(file, name string) ([]*facts.Facts, error) {
	if file == "-" {
		return nil, errors.New("facts are compared with a report from files, and - is none")
	}
	content, err := open(file)
	if err != nil {
		return nil, err
	}
	defer content.Close()
	// As a run reads them, so that places are alike.
	var documents []*facts.Facts
	for f, err := range r.eng.Documents(name, content) {
		if err != nil {
			return nil, err
		}
		documents = append(documents, f)
	}
	return documents, nil
}

// document finds the facts of a report: those with its digest or, where there are none,
// those with its name, or the only ones.
func (r *rerun) document(c claim) (*facts.Facts, error) {
	want := c.provenance.Facts[0]
	var found *facts.Facts
	var byName []*facts.Facts
	for _, f := range r.documents {
		switch {
		case f.SHA256() == want.SHA256:
			found = f
		case f.Name() == want.File || path.Base(f.Name()) == path.Base(want.File):
			byName = append(byName, f)
		}
	}
	switch {
	case found != nil:
	case len(byName) == 1:
		found = byName[0]
	case r.alone && len(r.documents) == 1:
		found = r.documents[0]
	default:
		return nil, fmt.Errorf("the facts are not among those given: %s, SHA-256 %s", want.File, want.SHA256)
	}
	if found.Name() == want.File {
		return found, nil
	}
	// The report names the file in many places.
	renamed, err := r.facts(filepath.FromSlash(found.Name()), want.File)
	if err != nil {
		return nil, err
	}
	for _, f := range renamed {
		if f.SHA256() == found.SHA256() {
			return f, nil
		}
	}
	return nil, fmt.Errorf("%s has changed while it was read", found.Name())
}

// named adds the files of which only the command knows the names.
func (r *rerun) named(again *report.Report, p report.Provenance) *report.Report {
	again = again.Copy()
	if m := p.Amounts.Model; m != nil {
		modelNamed(again, m.File)
	}
	if c := p.Configuration; c != nil {
		again.Provenance.Configuration = c
		content, err := readNamed(filepath.FromSlash(c.File))
		if err != nil {
			fmt.Fprintf(r.notes, "note: the configuration %s is not here; what it set is in the provenance\n", c.File)
			return again
		}
		again.Provenance.Configuration = &report.File{File: c.File, SHA256: document.Digest(content)}
	}
	return again
}
