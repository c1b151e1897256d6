package facts

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// scalar reports whether a token is a plain or quoted scalar.
func scalar(t *token.Token) bool {
	return plain(t) || t.Type == token.SingleQuoteType || t.Type == token.DoubleQuoteType
}

// plain reports whether a token is a scalar without quotes. The scanner gives
// each kind of number a type of its own; they are resolved here instead, since
// it takes 1e3 for text and 010 for eight.
func plain(t *token.Token) bool {
	switch t.Type {
	case token.StringType, token.NullType, token.ImplicitNullType, token.BoolType,
		token.IntegerType, token.BinaryIntegerType, token.OctetIntegerType, token.HexIntegerType,
		token.FloatType, token.InfinityType, token.NanType, token.MergeKeyType:
		return true
	default:
		return false
	}
}

// resolve returns what a plain scalar is in the core schema of YAML 1.2. Kind 0
// is a number that JSON could not write.
func resolve(text string) (Kind, bool) {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return Null, false
	case "true", "True", "TRUE":
		return Bool, true
	case "false", "False", "FALSE":
		return Bool, false
	}
	switch {
	case !strings.ContainsRune("+-.0123456789", rune(text[0])):
		return String, false
	case jsonNumber.MatchString(text):
		return Number, false
	case otherNumber.MatchString(text) || notFinite.MatchString(text):
		return 0, false
	default:
		return String, false
	}
}

func (y *yamlReader) scalar(t *token.Token) *Node {
	at := y.at(t)
	if !plain(t) {
		return &Node{Kind: String, Position: at, Text: t.Value}
	}
	kind, truth := resolve(t.Value)
	switch kind {
	case String:
		return &Node{Kind: String, Position: at, Text: t.Value}
	case Number:
		return y.number(at, t.Value)
	case Bool:
		return &Node{Kind: Bool, Position: at, Bool: truth}
	case Null:
		return &Node{Kind: Null, Position: at}
	}
	message, hint := ", which is not how JSON writes a number", "put it in quotes if it is text"
	if notFinite.MatchString(t.Value) {
		message, hint = "; a number must be finite", "leave a value that is not known out, or write null"
	} else if number := plainNumber(t.Value); number != "" {
		hint = "write " + number + ", or put it in quotes if it is text"
	}
	y.fail(at, subject(y.path)+" is "+shorten(t.Value)+message, hint)
	return &Node{Kind: Null, Position: at}
}
