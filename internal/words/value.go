package words

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Literal writes a value as it could stand in a fact file.
func Literal(value any) string {
	if s, ok := value.(string); ok {
		return s
	}
	content, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(content)
}

// Benchmark is the value of a parameter with its unit; of one that is on or off yes or no.
func Benchmark(value any, unit string) string {
	if on, flag := value.(bool); flag {
		return map[bool]string{true: "yes", false: "no"}[on]
	}
	return strings.TrimRight(Literal(value)+" "+unit, " ")
}
