package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/dsaeval/dsaeval/internal/document"
)

// findConfig looks for the configuration of the facts: beside them and upwards,
// but not above the root of a repository. Facts that belong to different ones
// cannot be judged in one run.
func findConfig(args []string) (string, error) {
	if len(args) == 0 {
		args = []string{"."}
	}
	var found string
	for i, arg := range args {
		dir := arg
		if arg == "-" {
			dir = "."
		} else if info, err := os.Stat(arg); err == nil && !info.IsDir() {
			dir = filepath.Dir(arg)
		}
		file, err := upwards(dir)
		if err != nil {
			return "", err
		}
		if i > 0 && file != found {
			return "", document.Hinted(fmt.Errorf("%s and %s have different configurations, %s and %s", args[0], arg, orNone(found), orNone(file)), "--config FILE, --no-config, or a run for each")
		}
		found = file
	}
	return found, nil
}

func orNone(file string) string {
	if file == "" {
		return "none"
	}
	return filepath.ToSlash(file)
}

func upwards(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		file := filepath.Join(dir, configName)
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return relative(file), nil
		}
		_, err := os.Lstat(filepath.Join(dir, ".git"))
		parent := filepath.Dir(dir)
		if err == nil || parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// relative keeps names in reports as short as those of arguments.
func relative(file string) string {
	wd, err := os.Getwd()
	if err != nil {
		return file
	}
	if name, err := filepath.Rel(wd, file); err == nil {
		return name
	}
	return file
}
