package exact

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Fault is something wrong at a character of an expression, counted from 0; -1 for
// the expression as a whole. [Dialect] gives it its place in a file.
type Fault struct {
	Offset  int
	Message string
	Hint    string // what to try; often empty

	cause error // of an amount that is not known, or of a function
}

// problem gives a fault its place.
func (d Dialect) problem(source string, f *Fault) error {
	place := d.Place
	if place == nil {
		place = func(offset int) document.Problem { return within(source, offset) }
	}
	p := place(f.Offset)
	p.Message, p.Hint, p.Cause = f.Message, f.Hint, f.cause
	return p
}

// within is a place in an expression that stands in no file: line and column from
// 1, in characters, and the line itself; nothing for the expression as a whole.
func within(source string, offset int) (p document.Problem) {
	if offset < 0 {
		return p
	}
	runes := []rune(source)
	line, column := 1, 1
	for _, r := range runes[:min(offset, len(runes))] {
		if column++; r == '\n' {
			line, column = line+1, 1
		}
	}
	p.Position = document.Position{Line: line, Column: column}
	p.Excerpt = strings.Split(source, "\n")[line-1]
	return p
}

// whole is something wrong with an expression as a whole.
func whole(format string, args ...any) *Fault {
	return &Fault{Offset: -1, Message: fmt.Sprintf(format, args...)}
}

// At is something wrong at a node.
func At(n ast.Node, format string, args ...any) *Fault {
	return &Fault{Offset: n.Location().From, Message: fmt.Sprintf(format, args...)}
}

// typeNames puts the types of Go into the words of messages.
var typeNames = strings.NewReplacer("exact.Decimal", "number", "exact.Amount", "number")

// ofParser are the messages of the library that name its tokens and packages.
var ofParser = []struct {
	message *regexp.Regexp
	words   string
}{
	{regexp.MustCompile(`^unexpected token EOF$`), "the expression ends too early"},
	{regexp.MustCompile(`^unexpected token \w+\((".*")\)$`), "${1} is not expected here"},
	{regexp.MustCompile(`^invalid \w+ literal: strconv\.\w+: parsing "(.*)": value out of range$`), "the number ${1} is too large"},
	{regexp.MustCompile(`^invalid \w+ literal: strconv\.\w+: parsing "(.*)": invalid syntax$`), "${1} is not a number"},
	{regexp.MustCompile(`^integer literal is too large$`), "the number is too large"},
	{regexp.MustCompile(`^error parsing regexp: (.*)$`), "the pattern cannot be read: ${1}"},
	{regexp.MustCompile(`^predicate should return boolean \(got (.*)\)$`), "what is asked about each has to be true or false, and is a ${1}"},
}

// inWords says what the library says in words of ours.
func inWords(message string) string {
	for _, each := range ofParser {
		message = each.message.ReplaceAllString(message, each.words)
	}
	return typeNames.Replace(message)
}

// placed gives an error of the library our form.
func placed(err error) *Fault {
	var at *file.Error
	if !errors.As(err, &at) {
		return &Fault{Offset: -1, Message: err.Error(), cause: err}
	}
	wrong := &Fault{Offset: at.From, Message: inWords(at.Message), cause: at.Prev}
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
