package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/render"
)

// output is one report to be written: a format, and a file or standard output.
type output struct {
	format render.Format
	file   string
}

func outputsOf(flags []string) ([]output, error) {
	var outputs []output
	toStdout := 0
	for _, flag := range flags {
		name, file, hasFile := strings.Cut(flag, "=")
		format, err := render.FormatOf(name)
		if err != nil {
			return nil, fmt.Errorf("--output: %w, or FORMAT=FILE", err)
		}
		if hasFile && file == "" {
			return nil, fmt.Errorf("--output %s: the file is missing", flag)
		}
		if !hasFile {
			toStdout++
		}
		outputs = append(outputs, output{format: format, file: file})
	}
	if toStdout > 1 {
		return nil, fmt.Errorf("--output: two formats would be mixed on standard output\n  try: --output text --output json=report.json")
	}
	return outputs, nil
}

func writeAll(outputs []output, reports []*engine.Report, stdout io.Writer) error {
	for _, o := range outputs {
		if o.file == "" {
			write := o.format.Write
			if o.format.Name == "text" {
				write = onTerminal(stdout)
			}
			if err := write(stdout, reports...); err != nil {
				return err
			}
			continue
		}
		var content bytes.Buffer
		if err := o.format.Write(&content, reports...); err != nil {
			return err
		}
		if err := replace(o.file, content.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// replace writes a file whole or not at all. What is no ordinary file, such as
// a device or a pipe, is written to and never replaced.
func replace(name string, content []byte) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(name, content, 0)
	}
	temporary, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name())
	_, err = temporary.Write(content)
	if closeErr := temporary.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	if err := os.Chmod(temporary.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), name)
}

func formatNames(separator string) string {
	var names []string
	for _, format := range render.Formats() {
		names = append(names, format.Name)
	}
	return strings.Join(names, separator)
}
