package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing that is wrong, and where: the one form that errors with a
// place or a hint have. It wraps what callers tell errors apart by.
type Problem struct {
	// Position is where it is; empty for what has no place.
	Position Position
	// Pointer is the JSON Pointer of the value, empty for the document as a whole.
	Pointer string
	// Message names the field and its value, and says what is wrong.
	Message string
	// Hint says what to try; often empty.
	Hint string
	// Excerpt is the line in which the position lies, shown where the file is none
	// that a reader could open; often empty.
	Excerpt string
	// Cause is what the problem is for errors.Is and errors.As; often nil.
	Cause error
}

// Empty is the message of a file that says nothing. What to write into it is known to who
// reads the file, and to nobody here.
const Empty = "the file is empty"

// Hinted adds to an error what to try.
func Hinted(err error, hint string) error {
	return Problem{Message: err.Error(), Hint: hint, Cause: err}
}

// WithHint is the problem with another hint.
func (p Problem) WithHint(hint string) Problem {
	p.Hint = hint
	return p
}

// Error returns the problem on one line, the excerpt with a caret below the place,
// and the hint on a line of its own.
func (p Problem) Error() string {
	text := p.Message
	if at := p.Position.String(); at != "" {
		text = at + ": " + text
	}
	if p.Excerpt != "" {
		// Tabs are as wide as the terminal likes, so that the caret needs spaces.
		text += "\n  " + strings.ReplaceAll(p.Excerpt, "\t", " ") + "\n  " + strings.Repeat(" ", p.Position.Column-1) + "^"
	}
	if p.Hint != "" {
		text += "\n    hint: " + p.Hint
	}
	return text
}

// Unwrap returns the cause.
func (p Problem) Unwrap() error { return p.Cause }

// Problems is the error of a document that cannot be used: everything that is
// wrong with it, in the order of the file.
type Problems []Problem

// Error returns one line per problem, each hint indented below its problem.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.Error()
	}
	return strings.Join(lines, "\n")
}

// Class says that a file cannot be used.
func (p Problems) Class() Class { return Invalid }

// Err returns the problems as an error, or nil if there are none; a plain
// conversion would make an error of an empty list.
func (p Problems) Err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// Sorted returns the problems in the order of the files, without repetitions,
// and at most maxProblems of them.
func (p Problems) Sorted() Problems {
	slices.SortStableFunc(p, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Position.File, b.Position.File),
			cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column),
			cmp.Compare(a.Pointer, b.Pointer),
			cmp.Compare(a.Message, b.Message),
			cmp.Compare(a.Hint, b.Hint),
		)
	})
	p = slices.Compact(p)
	if extra := len(p) - MaxProblems; extra > 0 {
		last := p[MaxProblems-1]
		p = append(p[:MaxProblems:MaxProblems], Problem{
			Position: last.Position,
			Message:  fmt.Sprintf("%d more problems after this one are not shown", extra),
		})
	}
	return p
}
