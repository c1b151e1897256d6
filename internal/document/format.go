package document

import (
	"bytes"
	"path/filepath"
	"strings"
)

// Format is how a document is written. The zero Format means that the name does
// not tell, and the content decides.
type Format int

// The formats that are read.
const (
	JSON Format = iota + 1
	YAML
	// NDJSON is one JSON document per line.
	NDJSON
)

// FormatOf returns the format that the extension of a file name stands for, 0 if
// it stands for none; the name of standard input, "-", has no extension.
func FormatOf(name string) Format {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json":
		return JSON
	case ".yaml", ".yml":
		return YAML
	case ".ndjson", ".jsonl":
		return NDJSON
	default:
		return 0
	}
}

// NamedFacts reports whether a file of this name is taken for one of facts where a whole
// folder is read: facts.yaml or NAME.facts.yaml, also in JSON or in lines of JSON.
func NamedFacts(base string) bool {
	extension := filepath.Ext(base)
	stem := strings.TrimSuffix(base, extension)
	return extension == strings.ToLower(extension) && FormatOf(base) != 0 && (stem == "facts" || strings.HasSuffix(stem, ".facts"))
}

// detect tells JSON from YAML by the first byte that is not space. A YAML flow mapping
// begins like JSON too and must be given under a name that says so.
func detect(content []byte) Format {
	content = bytes.TrimLeft(bytes.TrimPrefix(content, []byte(ByteOrderMark)), " \t\r\n")
	if len(content) == 0 || content[0] != '{' && content[0] != '[' {
		return YAML
	}
	return JSON
}

// formatIn is the format of content without a name that tells it, as a stream has it.
func formatIn(content []byte) Format {
	s := stream{r: buffer(bytes.NewReader(content))}
	defer release(s.r)
	format, err := s.format()
	if err != nil {
		panic(err) // memory can always be read
	}
	return format
}
