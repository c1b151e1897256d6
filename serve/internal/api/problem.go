package api

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask/compare"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Problem is an error as RFC 9457 describes it, with the places in the facts.
type Problem struct {
	Title  string `json:"title" doc:"What kind of problem it is."`
	Status int    `json:"status" doc:"The status code of HTTP."`
	Detail string `json:"detail,omitempty" doc:"What is wrong this time."`
	// Document counts the documents of a stream from 1.
	Document int     `json:"document,omitempty" doc:"Which document of a stream is meant, counted from 1."`
	Errors   []Fault `json:"errors,omitempty" doc:"All that is wrong, in the order of the facts."`
}

// Fault is one thing that is wrong at a place.
type Fault struct {
	Message  string `json:"message" doc:"Names the field and its value, and says what is wrong."`
	Location string `json:"location,omitempty" doc:"JSON Pointer into the facts, or the parameter that is meant."`
	Line     int    `json:"line,omitempty" doc:"Line in the facts as they were sent, from 1."`
	Column   int    `json:"column,omitempty" doc:"Column, counted in characters, from 1."`
	Hint     string `json:"hint,omitempty" doc:"What to try."`
	Value    any    `json:"value,omitempty" doc:"The value of a parameter that is wrong."`
}

// Error is the detail.
func (p *Problem) Error() string { return p.Title + ": " + p.Detail }

// GetStatus is the status code.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is that of problem details.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

func problem(status int, detail string, faults ...Fault) *Problem {
	return &Problem{Title: http.StatusText(status), Status: status, Detail: detail, Errors: faults}
}

// errLarge says that a document is too large.
var errLarge = errors.New("the document is larger than a file of facts can be")

// refused makes a problem of an error. What is not foreseen is logged and not told.
func (a *api) refused(err error) *Problem {
	var known *Problem
	var wrong facts.Problems
	var unknown *engine.UnknownSelector
	var little *report.TooLittleDetail
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &wrong):
		p := problem(http.StatusUnprocessableEntity, "the facts cannot be used")
		for _, each := range wrong {
			p.Errors = append(p.Errors, Fault{Message: each.Message, Location: each.Pointer, Line: each.Position.Line, Column: each.Position.Column, Hint: each.Hint})
		}
		return p
	case errors.Is(err, policy.ErrNoDate):
		return problem(http.StatusUnprocessableEntity, "the facts have no assessment date",
			Fault{Message: "nobody says on which day the service is judged", Location: "/assessment/date", Hint: "give assessment.date, or use as_of"})
	case errors.As(err, &unknown):
		return problem(http.StatusBadRequest, unknown.Error(), Fault{Message: unknown.Error(), Location: "query"})
	case errors.Is(err, engine.ErrNothingSelected):
		return problem(http.StatusBadRequest, engine.ErrNothingSelected.Error())
	case errors.As(err, &little):
		return problem(http.StatusBadRequest, little.Error(), Fault{Message: little.Error(), Location: "detail"})
	case errors.Is(err, compare.ErrNothingCompared):
		return problem(http.StatusUnprocessableEntity, compare.ErrNothingCompared.Error())
	case errors.As(err, new(*http.MaxBytesError)), errors.Is(err, errLarge):
		return problem(http.StatusRequestEntityTooLarge, errLarge.Error())
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return problem(http.StatusServiceUnavailable, "it took too long")
	}
	a.log.Error("a request failed", "error", err)
	return problem(http.StatusInternalServerError, "something went wrong in the program")
}

// register adds an operation. What goes wrong in it is answered as a problem.
func register[I, O any](a *api, described huma.Operation, do func(context.Context, *I) (*O, error)) {
	huma.Register(a.huma, described, func(ctx context.Context, in *I) (*O, error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, a.refused(err)
		}
		return out, nil
	})
}
