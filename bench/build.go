package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// programs are what is built, by the name of the binary: the package, and the
// module it belongs to.
var programs = []struct{ name, module, pkg string }{
	{"evaluate", ".", "./cmd/evaluate"},
	{"prepare", "bench", "./prepare"},
	{"opa", "bench", "./opa"},
	{"conftest", "bench", "./conftest"},
	{"plaincsv", "bench", "./plaincsv"},
}

// build builds the program and its peers into a folder. Their modules come from
// the module proxy in the versions of bench/go.mod.
func build(root, folder string, log logger) error {
	for _, p := range programs {
		begun := time.Now()
		c := command{
			args: []string{"go", "build", "-o", filepath.Join(folder, p.name), p.pkg},
			dir:  filepath.Join(root, p.module),
		}
		if _, err := c.output(); err != nil {
			return err
		}
		log("built %s in %.1f s", p.name, time.Since(begun).Seconds())
	}
	return nil
}

// repository returns the root of the repository in which the command is run: from
// the root or from bench.
func repository() (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for _, folder := range []string{here, filepath.Dir(here)} {
		if _, err := os.Stat(filepath.Join(folder, "bench", "go.mod")); err == nil {
			return folder, nil
		}
	}
	return "", fmt.Errorf("%s is neither the root of the repository nor bench in it", here)
}
