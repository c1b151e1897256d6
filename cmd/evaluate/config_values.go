package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// pathKeys hold paths, which start at the directory of the file.
var pathKeys = []string{"facts", "params", "policies", "waivers", "baseline"}

func (c *configuration) valuesOf(dir string, member facts.Member) ([]string, error) {
	elements := member.Value.Elements
	if member.Value.Kind != facts.Array {
		elements = []*facts.Node{member.Value}
	}
	var values []string
	for _, element := range elements {
		value := element.Text
		isPath := slices.Contains(pathKeys, member.Key) || member.Key == "fine-model" && strings.ContainsAny(value, "./\\")
		// Nobody asked for the file, so that it must not read what it likes.
		if isPath && c.file == "" && value != "-" {
			if err := within(dir, value); err != nil {
				return nil, facts.Problems{{Position: element.Position, Message: fmt.Sprintf("%s %s: %v", member.Key, value, err), Hint: "name it on the command line, or the configuration with --config"}}
			}
		}
		switch {
		case slices.Contains(pathKeys, member.Key):
			value = beside(dir, value)
		case member.Key == "fine-model" && strings.ContainsAny(value, "./\\"):
			value = beside(dir, value) // else the name of a model that is built in
		case element.Kind == facts.Bool:
			value = element.Show()
		case member.Key == "output":
			format, file, hasFile := strings.Cut(value, "=")
			// A file that a pull request brings must not write where it likes.
			if hasFile && !filepath.IsLocal(file) {
				return nil, facts.Problems{{
					Position: element.Position, Message: fmt.Sprintf("output %s: the file is not below the directory of the configuration", value),
					Hint: "name it with --output on the command line",
				}}
			}
			if hasFile && c.file == "" {
				if err := writable(dir, file); err != nil {
					return nil, facts.Problems{{Position: element.Position, Message: fmt.Sprintf("output %s: %v", value, err), Hint: "name it with --output on the command line"}}
				}
			}
			if hasFile {
				value = format + "=" + beside(dir, file)
			}
		}
		values = append(values, value)
	}
	return values, nil
}

func beside(dir, path string) string {
	if filepath.IsAbs(path) || path == "-" {
		return path
	}
	return filepath.Join(dir, path)
}
