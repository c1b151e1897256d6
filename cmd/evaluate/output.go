package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/dsaeval/dsaeval/engine/render"
)

// output is one report to be written: a format, and a file or standard output.
type output[F any] struct {
	format F
	file   string
}

func outputsOf[F any](flags []string, formatOf func(name string) (F, error)) ([]output[F], error) {
	var outputs []output[F]
	toStdout := 0
	for _, flag := range flags {
		name, file, hasFile := strings.Cut(flag, "=")
		format, err := formatOf(name)
		if err != nil {
			return nil, fmt.Errorf("--output: %w, or FORMAT=FILE", err)
		}
		if hasFile && file == "" {
			return nil, fmt.Errorf("--output %s: the file is missing", flag)
		}
		if !hasFile {
			toStdout++
		}
		outputs = append(outputs, output[F]{format: format, file: file})
	}
	if toStdout > 1 {
		return nil, fmt.Errorf("--output: two formats would be mixed on standard output\n  try: --output text --output json=report.json")
	}
	return outputs, nil
}

// writeTo writes to a file, whole or not at all, or to standard output if none
// is named.
func writeTo(file string, stdout io.Writer, write func(io.Writer) error) error {
	if file == "" {
		return write(stdout)
	}
	var content bytes.Buffer
	if err := write(&content); err != nil {
		return err
	}
	return replace(file, content.Bytes())
}

// replace writes a file whole or not at all. What is no ordinary file, such as
// a device or a pipe, is written to and never replaced.
func replace(name string, content []byte) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(name, content, 0)
	}
	temporary, err := createBeside(name)
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

// createBeside makes a hidden file in the folder of another, so that it can take
// its place in one step.
func createBeside(name string) (*os.File, error) {
	return os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
}

func formatNames(separator string) string {
	var names []string
	for _, format := range render.Formats() {
		names = append(names, string(format))
	}
	return strings.Join(names, separator)
}
