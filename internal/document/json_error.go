package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// syntax reports a syntax error. The offsets of the token stream are not exact;
// those of the checker that runs over the whole text are.
func (r *jsonReader) syntax(err error) {
	offset := len(r.src)
	var syntax *json.SyntaxError
	if errors.As(json.Unmarshal(r.src, &json.RawMessage{}), &syntax) {
		err = syntax
		if !strings.Contains(syntax.Error(), "unexpected end") {
			offset = max(int(syntax.Offset)-1, 0)
		}
	}
	if offset > 0 && startsWithAny(r.src[offset-1:], "-Infinity", "-NaN") {
		offset-- // the checker accepts the minus
	}
	message, hint := r.explain(offset, err)
	at := newCursor(r.file, r.src, r.line)
	r.fail(at.at(offset), message, hint)
}

// explain says what is wrong at an offset, in words of the file.
func (r *jsonReader) explain(offset int, err error) (message, hint string) {
	rest := r.src[offset:]
	if len(rest) == 0 {
		return "the document ends too early", r.shortHint()
	}
	char, _ := utf8.DecodeRune(rest)
	before := bytes.TrimRight(r.src[:offset], " \t\r\n")
	switch {
	case err != nil && strings.Contains(err.Error(), "escape"):
		return fmt.Sprintf("unknown escape sequence: unexpected %q", char), `write \\ for a backslash`
	case startsWithAny(rest, "NaN", "Infinity", "-Infinity", "-NaN"):
		return "a number must be finite; JSON has no NaN or Infinity", "leave a value that is not known out, or write null"
	case startsWithAny(rest, "//", "/*", "#"):
		return "JSON has no comments", "use a .yaml file to keep comments"
	case char == '\'':
		return "text must stand in double quotes", ""
	case (char == '}' || char == ']') && bytes.HasSuffix(before, []byte{','}):
		return fmt.Sprintf("there is a comma before %q", char), "remove the comma"
	case startsWithAny(rest, "True", "False", "None"):
		return fmt.Sprintf("unexpected %q", char), "write true, false or null in small letters"
	case char < ' ' && err != nil && strings.Contains(err.Error(), "string literal"):
		return "a line break or control character stands within quotes", `write \n or \t`
	case err != nil && strings.Contains(err.Error(), "object key string"):
		return fmt.Sprintf("unexpected %q; a key in double quotes should stand here", char), ""
	case err != nil && strings.Contains(err.Error(), "after object key:value pair"),
		err != nil && strings.Contains(err.Error(), "after array element"):
		return fmt.Sprintf("unexpected %q after a value", char), "a comma may be missing"
	default:
		return fmt.Sprintf("unexpected %q", char), ""
	}
}

func startsWithAny(text []byte, prefixes ...string) bool {
	for _, prefix := range prefixes {
		if bytes.HasPrefix(text, []byte(prefix)) {
			return true
		}
	}
	return false
}

// shortHint says what to do about a document that ends too early. Where it is a line that
// goes on in the next one, no bracket is missing.
func (r *jsonReader) shortHint() string {
	line := bytes.TrimRight(r.src, " \t\r\n")
	goesOn := len(line) > 0 && bytes.IndexByte([]byte("{[,"), line[len(line)-1]) >= 0
	switch {
	case !r.lines || !goesOn:
		return "a closing bracket or quote is missing"
	case r.line > 1 || FormatOf(r.file) == 0: // what comes before are lines, or the name tells nothing
		return "in NDJSON a document stands on one line"
	default:
		return "in NDJSON a document stands on one line; name the file .json"
	}
}

// severalHint says how to write several documents, where one is followed by something.
func (r *jsonReader) severalHint(first []byte) string {
	switch {
	case r.lines:
		return "in NDJSON a line holds one document"
	case FormatOf(r.file) == 0 && bytes.Contains(bytes.TrimSpace(first), []byte("\n")):
		return "several documents stand each on one line; this one takes more"
	default:
		return "several documents stand each on a line of its own, in a file named .ndjson or on standard input"
	}
}
