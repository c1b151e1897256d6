// Package crash makes an error of a panic, wherever work is handed to goroutines
// too: a panic that nobody recovers ends the program with the exit code of wrong
// usage, and a judgement that broke off must never look like one that was refused.
package crash

import (
	"fmt"
	"runtime/debug"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Error is a panic that was recovered.
type Error struct {
	Value any
	Stack []byte
}

func (e *Error) Error() string { return fmt.Sprintf("the program failed: %v", e.Value) }

// Class says that the program is at fault.
func (e *Error) Class() document.Class { return document.Defect }

// Guard runs a function and returns its error, an [Error] where it panics.
func Guard(run func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &Error{value, debug.Stack()}
		}
	}()
	return run()
}
