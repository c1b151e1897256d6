package exact

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
)

// Error is something wrong at a character of an expression, counted from 0; -1 for
// the expression as a whole.
type Error struct {
	Offset  int
	Message string
	Hint    string // what to try; often empty
	Near    string // the word that was likely meant; often empty

	cause error
}

// Error returns the message alone.
func (e *Error) Error() string { return e.Message }

// Unwrap returns the error of an amount that is not known, or of a function.
func (e *Error) Unwrap() error { return e.cause }

// LineColumn is where an error lies in the source, from 1, in characters; 0 for the
// expression as a whole.
func (e *Error) LineColumn(source string) (line, column int) {
	if e.Offset < 0 {
		return 0, 0
	}
	runes := []rune(source)
	line, column = 1, 1
	for _, r := range runes[:min(e.Offset, len(runes))] {
		if column++; r == '\n' {
			line, column = line+1, 1
		}
	}
	return line, column
}

// Whole is something wrong with an expression as a whole.
func Whole(format string, args ...any) *Error {
	return &Error{Offset: -1, Message: fmt.Sprintf(format, args...)}
}

// At is something wrong at a node.
func At(n ast.Node, format string, args ...any) *Error {
	return &Error{Offset: n.Location().From, Message: fmt.Sprintf(format, args...)}
}

// typeNames puts the types of Go into the words of messages.
var typeNames = strings.NewReplacer("exact.Decimal", "number", "exact.Amount", "number")

// placed gives an error of the library our form.
func placed(err error) *Error {
	var at *file.Error
	if !errors.As(err, &at) {
		return &Error{Offset: -1, Message: err.Error(), cause: err}
	}
	wrong := &Error{Offset: at.From, Message: typeNames.Replace(at.Message), cause: at.Prev}
	if at.Line == 0 {
		wrong.Offset = -1
	}
	return wrong
}

func typeName(t reflect.Type) string {
	switch {
	case t == nil:
		return "nothing"
	case isExact(t):
		return "a number"
	case t.Kind() == reflect.Bool:
		return "true or false"
	case t.Kind() == reflect.String:
		return "a word"
	case t.Kind() == reflect.Int:
		return "a number"
	case t.Kind() == reflect.Slice, t.Kind() == reflect.Map:
		return "a list"
	case t.Kind() == reflect.Struct:
		return "a section"
	}
	return t.String()
}
