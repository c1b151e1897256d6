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
	format string
	file   string
}

func outputsOf(flags []string) ([]output, error) {
	var outputs []output
	toStdout := 0
	for _, flag := range flags {
		format, file, hasFile := strings.Cut(flag, "=")
		if format != "text" && format != "json" {
			return nil, fmt.Errorf("--output is %q; expected text, json, text=FILE or json=FILE", flag)
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
		var content bytes.Buffer
		for i, r := range reports {
			if err := o.write(&content, r, i, len(reports)); err != nil {
				return err
			}
		}
		if o.file == "" {
			if _, err := stdout.Write(content.Bytes()); err != nil {
				return err
			}
			continue
		}
		if err := replace(o.file, content.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// write writes one of several reports: text one below the other, JSON as one
// document or, where there are several, one to a line.
func (o output) write(w io.Writer, r *engine.Report, i, of int) error {
	switch {
	case o.format == "json" && of > 1:
		return render.JSONLine(w, r)
	case o.format == "json":
		return render.JSON(w, r)
	case i > 0:
		fmt.Fprintln(w)
	}
	return render.Text(w, r)
}

// replace writes a file whole or not at all.
func replace(name string, content []byte) error {
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
