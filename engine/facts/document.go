package facts

// Document decodes and checks one document that holds no facts, such as a file
// of waivers: YAML or JSON with a schema of its own. Its error is [Problems],
// with the place and, of unknown keys, the nearest name.
func (s *Schema) Document(name string, content []byte) (*Node, error) {
	documents, problems := decode(name, content, FormatOf(name))
	for _, document := range documents {
		problems = append(problems, s.validate(document.root)...)
	}
	if err := problems.sorted().err(); err != nil {
		return nil, err
	}
	if len(documents) != 1 {
		return nil, Problems{{Position: Position{File: name}, Message: "expected one document"}}
	}
	return documents[0].root, nil
}

// Nearest returns the candidate that is most like a name, for a hint; "" if
// none is.
func Nearest(name string, candidates []string) string { return nearest(name, candidates) }
