package document

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

func plain(n *yaml.Node) bool {
	const marked = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return n.Kind == yaml.ScalarNode && n.Style&marked == 0
}

// absent reports whether nothing at all stands where a value may stand.
func absent(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Value == "" && n.Anchor == ""
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
	case strings.IndexByte("+-.0123456789", text[0]) < 0:
		return String, false
	case JSONNumber.MatchString(text):
		return Number, false
	case otherNumber.MatchString(text) || notFinite.MatchString(text):
		return 0, false
	default:
		return String, false
	}
}

func (y *yamlReader) resolve(at Position, text string) *Node {
	kind, truth := resolve(text)
	switch kind {
	case String:
		return &Node{Kind: String, Position: at, Text: text}
	case Number:
		return y.number(at, text)
	case Bool:
		return &Node{Kind: Bool, Position: at, Bool: truth}
	case Null:
		return &Node{Kind: Null, Position: at}
	}
	message, hint := ", which is not how JSON writes a number", "put it in quotes if it is text"
	if notFinite.MatchString(text) {
		message, hint = "; a number must be finite", "leave a value that is not known out, or write null"
	} else if number := PlainNumber(text); number != "" {
		hint = "write " + number + ", or put it in quotes if it is text"
	}
	y.fail(at, y.path.Subject()+" is "+Shorten(text)+message, hint)
	return &Node{Kind: Null, Position: at}
}
