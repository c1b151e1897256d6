package document

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"
)

// decodeYAML reads one YAML document of mappings, lists and scalars. Anchors,
// tags and the like are refused: a fact should stand where its reader looks.
//
// A library parses. Only what text without quotes means is decided here: for the
// library, as for YAML 1.1, a day is no text and 010 is 8.
func decodeYAML(name string, src []byte) (*Node, Problems) {
	y := &yamlReader{builder: builder{file: name}, src: src}
	if !y.readable() || !y.bounded() {
		return nil, y.problems
	}
	documents, err := parseYAML(src)
	switch {
	case err != nil:
		y.syntax(err)
	case len(documents) == 0 || len(documents) == 1 && absent(documents[0].Content[0]):
		y.fail(Position{File: name}, Empty, "")
	case bytes.HasPrefix(bytes.SplitAfter(src, []byte{'\n'})[documents[0].Line-2], []byte{'%'}):
		y.refuse(documents[0], noDirectives, "remove the line")
	default:
		root, ok := y.value(documents[0].Content[0])
		y.path = nil
		if len(documents) > 1 {
			y.refuse(documents[1], "a second document begins here; a file holds one", "put each document into a file of its own")
		}
		if ok && !y.refused {
			return root, y.problems
		}
	}
	return nil, y.problems
}

// parseYAML returns the first two documents of a file. An empty line is put
// before them, since the library leaves the line 0 out of its errors.
func parseYAML(src []byte) (documents []*yaml.Node, err error) {
	defer func() {
		if failure := recover(); failure != nil {
			err = fmt.Errorf("%w: %v", errParser, failure)
		}
	}()
	decoder := yaml.NewDecoder(io.MultiReader(strings.NewReader("\n"), bytes.NewReader(src)))
	for len(documents) < 2 {
		document := &yaml.Node{}
		if err := decoder.Decode(document); errors.Is(err, io.EOF) {
			return documents, nil
		} else if err != nil {
			return nil, err
		}
		documents = append(documents, document)
	}
	return documents, nil
}

var errParser = errors.New("the parser failed")

type yamlReader struct {
	builder
	src     []byte
	refused bool
}

func (y *yamlReader) at(n *yaml.Node) Position {
	return Position{File: y.file, Line: n.Line - 1, Column: n.Column}
}

// refuse reports what YAML has and facts do not. Reading goes on, to find all of
// it in one run, but the document is not used.
func (y *yamlReader) refuse(n *yaml.Node, message, hint string) {
	y.refused = true
	y.fail(y.at(n), message, hint)
}

// readable refuses characters that no editor shows, and those that the library
// takes for line ends, as YAML 1.1 did: lines would be counted differently.
func (y *yamlReader) readable() bool {
	for i, char := range string(y.src) {
		message, hint := "", "remove it, or escape it in double quotes"
		switch {
		case char >= ' ' && char < 0x7F, char == '\n', char == '\t', char == '\r' && bytes.HasPrefix(y.src[i:], []byte("\r\n")):
			continue
		case char == '\r':
			message, hint = "a carriage return stands without a line feed", "save the file with Unix or Windows line ends"
		case char < 0xA0:
			message = fmt.Sprintf("control character 0x%02X", char)
		case strings.ContainsRune("\u2028\u2029\uFEFF\uFFFE\uFFFF", char):
			message = fmt.Sprintf("invisible character U+%04X", char)
		default:
			continue
		}
		at := newCursor(y.file, y.src, 1)
		y.fail(at.at(i), message, hint)
		return false
	}
	return true
}

// bounded makes sure that the library cannot build many more nodes than a
// document may have values: each but the first follows one of these signs.
func (y *yamlReader) bounded() bool {
	for sign, name := range map[string]string{
		"\n": "line ends", ",": "commas", ": ": "colons", "- ": "dashes", "[": "brackets", "{": "braces",
	} {
		if count := bytes.Count(y.src, []byte(sign)); count > MaxValues {
			y.fail(Position{File: y.file}, fmt.Sprintf("the file has %d %s; at most %d are read", count, name, MaxValues), "")
		}
	}
	return len(y.problems) == 0
}

func (y *yamlReader) value(n *yaml.Node) (*Node, bool) {
	at := y.at(n)
	if !y.enter(at) {
		return nil, false
	}
	if message, hint := extra(n); message != "" {
		y.refuse(n, message, hint)
	}
	switch {
	case n.Kind == yaml.MappingNode:
		return y.object(n, at)
	case n.Kind == yaml.SequenceNode:
		return y.array(n, at)
	case plain(n):
		return y.resolve(at, n.Value), true
	default:
		return &Node{Kind: String, Position: at, Text: n.Value}, true
	}
}

// extra returns why a node is refused that has more than its content.
func extra(n *yaml.Node) (message, hint string) {
	switch {
	case n.Anchor != "" || n.Kind == yaml.AliasNode:
		return noAnchors, noAnchorsHint
	case n.Style&yaml.TaggedStyle != 0:
		return fmt.Sprintf(noTags, Shorten(n.Tag)), noTagsHint
	default:
		return "", ""
	}
}

func (y *yamlReader) object(n *yaml.Node, at Position) (*Node, bool) {
	object := &Node{Kind: Object, Position: at}
	if len(n.Content) > 0 && n.Style == 0 && n.Anchor == "" && at != y.at(n.Content[0]) {
		y.refuse(n, "keys are written without a question mark", "write key: value")
	}
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		if !y.key(y.at(key), key.Value) {
			return nil, false
		}
		value, ok := y.value(n.Content[i+1])
		if !ok {
			return nil, false
		}
		y.path = y.path[:len(y.path)-1]
		if message, hint := badKey(key); message != "" {
			y.refuse(key, message, hint)
			continue
		}
		y.member(object, key.Value, y.at(key), value)
	}
	return object, true
}

func badKey(key *yaml.Node) (message, hint string) {
	if message, hint := extra(key); message != "" {
		return message, hint
	}
	kind := String
	if plain(key) {
		kind, _ = resolve(key.Value)
	}
	switch {
	case key.Kind != yaml.ScalarNode:
		return "a list or an object cannot be a key", "put text that begins with a bracket in quotes"
	case plain(key) && key.Value == "<<":
		return "merge keys (<<) are not used here", "write the members out where they are needed"
	case absent(key):
		return "a key is missing before the colon", "text with a colon in it needs quotes"
	case kind != String:
		return "the key " + Shorten(key.Value) + " is not text", "put it in quotes"
	default:
		return "", ""
	}
}

func (y *yamlReader) array(n *yaml.Node, at Position) (*Node, bool) {
	array := &Node{Kind: Array, Position: at}
	for i, element := range n.Content {
		y.path = append(y.path, i)
		value, ok := y.value(element)
		if !ok {
			return nil, false
		}
		y.path = y.path[:len(y.path)-1]
		array.Elements = append(array.Elements, value)
	}
	return array, true
}
