package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/records/transparency"
)

// statementsOf counts the statements of reasons of the service and the period
// of a report, in dumps or partials. The platform is named as the report names
// its service unless told otherwise.
func statementsOf(ctx context.Context, report *transparency.Report, args []string, platform string, stdin io.Reader, stderr io.Writer) (*lint.Statements, error) {
	id := report.Identification
	if platform == "" {
		platform = id.Service.Text
	}
	switch {
	case platform == "":
		return nil, document.Hinted(errors.New("--statements: the report does not tell its service"), "--platform NAME")
	case id.From.Text == "" || id.To.Text == "":
		return nil, document.Hinted(errors.New("--statements: the report does not tell its period"), "give the report with its part 1, report identification")
	}
	from, ok1 := sor.ParseDay(id.From.Text)
	to, ok2 := sor.ParseDay(id.To.Text)
	if !ok1 || !ok2 || from > to {
		return nil, fmt.Errorf("--statements: the period of the report, %s to %s, cannot be", id.From.Text, id.To.Text)
	}
	count := importSOR{platforms: []string{platform}, from: id.From.Text, to: id.To.Text}
	partials, dumps := split(args)
	total, err := count.merge(partials)
	if err != nil {
		return nil, err
	}
	if len(dumps) > 0 {
		if total, err = count.count(ctx, dumps, stdin, stderr, total); err != nil {
			return nil, err
		}
	}
	statements, err := total.LintStatements(platform, from, to)
	if err != nil {
		return nil, fmt.Errorf("--statements: %w", err)
	}
	return statements, nil
}
