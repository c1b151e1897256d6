package main

import (
	"sync"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// rankedBy ranks questions as evaluate ask does. The schema is read, and the catalogue of
// facts made, when there is something to ask.
func rankedBy(schema func() (*facts.Schema, error)) func(*report.Report) (*report.Report, error) {
	catalogue := sync.OnceValues(func() (*ask.Catalogue, error) {
		of, err := schema()
		if err != nil {
			return nil, err
		}
		return ask.NewCatalogue(of, nil), nil
	})
	return func(r *report.Report) (*report.Report, error) {
		if r.Summary.Undetermined == 0 {
			return r, nil
		}
		all, err := catalogue()
		if err != nil {
			return nil, err
		}
		return all.WithNext(r), nil
	}
}
