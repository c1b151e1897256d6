package fine

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/token"
)

// Problem is one thing that is wrong with a fine model.
type Problem struct {
	File         string
	Line, Column int // from 1; 0 for the file as a whole
	Message      string
	Hint         string // what to try; often empty
}

// Error returns the problem on one line and its hint on another.
func (p *Problem) Error() string {
	line := p.Message
	switch {
	case p.Line > 0:
		line = fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, line)
	case p.File != "":
		line = p.File + ": " + line
	}
	if p.Hint != "" {
		line += "\n    hint: " + p.Hint
	}
	return line
}

// Problems is the error of a model that cannot be used: everything that is
// wrong with it, in the order of the file.
type Problems []*Problem

// Error returns one line per problem.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.Error()
	}
	return strings.Join(lines, "\n")
}

// err returns the problems in the order of the file, nil if there are none.
func (p Problems) err() error {
	if len(p) == 0 {
		return nil
	}
	slices.SortStableFunc(p, func(a, b *Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Message, b.Message))
	})
	return p
}

// yamlProblem is an error of ours while goccy/go-yaml decodes.
type yamlProblem struct {
	token   *token.Token
	message string
}

func (p *yamlProblem) Error() string { return p.message }

// decodeProblem gives an error of the YAML decoder its place.
func decodeProblem(name string, err error) *Problem {
	p := &Problem{File: name, Message: err.Error()}
	var at *token.Token
	var positioned yaml.Error
	var own *yamlProblem
	switch {
	case errors.As(err, &own):
		p.Message, at = own.message, own.token
	case errors.As(err, &positioned):
		p.Message, at = positioned.GetMessage(), positioned.GetToken()
	}
	if strings.Contains(p.Message, "value is not allowed in this context") {
		p.Hint = "put a formula that holds a colon or a # into quotes, or into a block below >-"
	}
	if at != nil && at.Position != nil {
		p.Line, p.Column = at.Position.Line, at.Position.Column
	}
	return p
}
