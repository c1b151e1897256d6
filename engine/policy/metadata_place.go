package policy

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// metadataStart is the line above which OPA reads nothing as metadata.
const metadataStart = "# METADATA"

// metadataBlocks are the metadata of a module by the line on which each begins,
// so that what is wrong in them is shown where it stands: OPA knows of no more
// than the beginning.
type metadataBlocks map[int]metadataBlock

type metadataBlock struct {
	file string
	root *document.Node // its lines count from the line below the beginning
}

// readMetadata reads the metadata in a file of rules, and says what YAML would
// not read or would read otherwise than it is meant.
func readMetadata(file sourceFile) (metadataBlocks, Defects) {
	blocks := metadataBlocks{}
	var defects Defects
	lines := strings.Split(string(file.content), "\n")
	for i := 0; i < len(lines); i++ {
		if strings.TrimRight(lines[i], " \t\r") != metadataStart {
			continue
		}
		begin := i + 1 // counts from 1
		var text strings.Builder
		for i++; i < len(lines) && strings.HasPrefix(lines[i], "#"); i++ {
			text.WriteString(lines[i][1:] + "\n")
		}
		if strings.TrimSpace(text.String()) == "" {
			continue // OPA says that there is none
		}
		roots, err := document.Decode(file.name, []byte(text.String()), document.YAML)
		var problems document.Problems
		errors.As(err, &problems)
		for _, p := range problems {
			p.Position.Line, p.Position.Column = begin+p.Position.Line, 1+p.Position.Column
			p.Message = "metadata: " + p.Message
			defects = append(defects, p)
		}
		if len(roots) == 1 {
			blocks[begin] = metadataBlock{file.name, roots[0]}
		}
	}
	return blocks, defects
}

// at returns where a dotted name stands in the metadata that begin at a place,
// or as much of it as is written.
func (b metadataBlocks) at(begin document.Position, name string) document.Position {
	place, node := begin, b[begin.Line].root
	for _, key := range strings.Split(name, ".") {
		member, ok := node.Member(key)
		if !ok {
			break
		}
		place = document.Position{File: begin.File, Line: begin.Line + member.KeyPosition.Line, Column: 1 + member.KeyPosition.Column}
		node = member.Value
	}
	return place
}

// customDefect says in words what a decoder found wrong in the custom metadata
// that begin at a place.
func (b metadataBlocks) customDefect(begin document.Position, err error, into any) Defect {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		name := "custom." + wrong.Field
		defect := defectAt(b.at(begin, name), "metadata: %s is %s; expected %s", name, jsonKinds[wrong.Value], expected(wrong.Type))
		switch wrong.Type.Kind() {
		case reflect.String:
			defect.Hint = "put it in quotes"
		case reflect.Slice:
			defect.Hint = fmt.Sprintf("put it in brackets: %s: [ … ]", wrong.Field)
		case reflect.Bool, reflect.Int:
			defect.Hint = "write it without quotes"
		}
		return defect
	}
	if name, unknown := strings.CutPrefix(err.Error(), "json: unknown field "); unknown {
		name = strings.Trim(name, `"`)
		defect := defectAt(b.at(begin, "custom."+name), "metadata: custom.%s is no name that is known", name)
		defect.Hint = document.DidYouMean(name, fieldNames(into))
		return defect
	}
	return defectAt(b.at(begin, "custom"), "metadata: %v", err)
}

var jsonKinds = map[string]string{
	"number": "a number", "string": "text", "bool": "true or false", "array": "a list", "object": "an object",
}

func expected(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Slice:
		return "a list"
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a number"
	}
	return "text"
}

// fieldNames are the names under which JSON fills a struct.
func fieldNames(into any) []string {
	t := reflect.TypeOf(into).Elem()
	var names []string
	for i := range t.NumField() {
		names = append(names, t.Field(i).Tag.Get("json"))
	}
	return names
}
