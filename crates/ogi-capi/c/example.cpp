// Counts tables three and four from a register of requests and writes them as a Word document: example REGISTER YEAR
// DOCUMENT. Buffers give themselves back; errors are exceptions.
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "ogi.h"

namespace {

class Buffer {
  public:
    Buffer() = default;
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;
    ~Buffer() { ogi_free(&buffer_); }

    OgiBuffer *out() { return &buffer_; }
    std::string str() const { return std::string(reinterpret_cast<const char *>(buffer_.data), buffer_.length); }

  private:
    OgiBuffer buffer_{nullptr, 0};
};

using Function = OgiStatus (*)(const uint8_t *, size_t, const char *, OgiBuffer *);

std::string call(Function function, const std::string &source, const std::string &options) {
    Buffer buffer;
    const auto *bytes = reinterpret_cast<const uint8_t *>(source.data());
    const OgiStatus status = function(bytes, source.size(), options.c_str(), buffer.out());
    if (status != OGI_STATUS_OK) throw std::runtime_error(buffer.str());
    return buffer.str();
}

// The value of a key, an object, of JSON that ogi wrote; a program of your own has a library for that.
std::string object(const std::string &json, const std::string &key) {
    const auto begin = json.find("\"" + key + "\":{") + key.size() + 3;
    int depth = 0;
    for (auto at = begin; at < json.size(); ++at) {
        if (json[at] == '{') ++depth;
        if (json[at] == '}' && --depth == 0) return json.substr(begin, at + 1 - begin);
    }
    throw std::runtime_error("no " + key);
}

}  // namespace

int main(int argc, char **argv) try {
    if (argc != 4) throw std::runtime_error("example REGISTER YEAR DOCUMENT");
    std::ifstream file(argv[1], std::ios::binary);
    const std::string regist(std::istreambuf_iterator<char>(file), {});
    const std::string tallied = call(ogi_tally, regist, std::string("{\"year\": ") + argv[2] + "}");
    const std::string document = call(ogi_write, object(tallied, "report"), "{\"format\": \"docx\"}");
    std::ofstream(argv[3], std::ios::binary) << document;
    std::cout << document.size() << " bytes\n";

    try {
        call(ogi_read, "no report", "{}");
        return 1;
    } catch (const std::runtime_error &error) {
        std::cout << error.what() << '\n';
    }
    return 0;
} catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 2;
}
